package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** What a request carries. */
public sealed interface Payload {

    /** Nothing. */
    Payload NONE = new Bytes(new byte[0]);

    /** In bytes. */
    long MOST_BUFFERED = 8L * 1024 * 1024;

    /** In bytes a second. */
    long SLOW = 128L * 1024;

    /** How many bytes it has. */
    long size();

    /**
     * How long it may take on its way after it was sent, since the machine keeps some megabytes in buffers: as long as a
     * slow connection needs for that.
     */
    default Duration passage() {
        return Duration.ofSeconds(Math.min(size(), MOST_BUFFERED) / SLOW);
    }

    /** Bytes that are in memory; not copied, and not changed by anybody. */
    record Bytes(byte[] bytes) implements Payload {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /**
     * Bytes that are read as they are sent, by the thread that calls.
     *
     * @param size in bytes
     */
    record Streamed(long size, Feed feed) implements Payload {}

    /** Writes the same bytes each time that it is called. */
    @FunctionalInterface
    interface Feed {

        /** @throws IOException where writing fails, as it is, or reading */
        void to(OutputStream target) throws IOException;
    }
}
