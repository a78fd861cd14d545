package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The content of a request. */
public sealed interface Payload {

    /** No content. */
    Payload NONE = new Bytes(new byte[0]);

    /** In bytes. */
    long MOST_BUFFERED = 8L * 1024 * 1024;

    /** In bytes per second. */
    long SLOW = 128L * 1024;

    /** The size in bytes. */
    long size();

    /**
     * How long the content may still be in transit after it was sent. The machine buffers some megabytes; this is the
     * time that a slow connection needs for them.
     */
    default Duration passage() {
        return Duration.ofSeconds(Math.min(size(), MOST_BUFFERED) / SLOW);
    }

    /** Bytes in memory; not copied, and not changed afterwards. */
    record Bytes(byte[] bytes) implements Payload {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /**
     * Bytes that are read while they are sent, by the calling thread.
     *
     * @param size in bytes
     */
    record Streamed(long size, Feed feed) implements Payload {}

    /** Writes the content; the same bytes at each call. */
    @FunctionalInterface
    interface Feed {

        /** @throws IOException if reading fails, or writing, whose exception is passed on unchanged */
        void to(OutputStream target) throws IOException;
    }
}
