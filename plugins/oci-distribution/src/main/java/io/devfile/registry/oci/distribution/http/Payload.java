package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.OutputStream;

/** What a request carries. */
public sealed interface Payload {

    /** Nothing. */
    Payload NONE = new Bytes(new byte[0]);

    /** Bytes that are in memory; not copied, and not changed by anybody. */
    record Bytes(byte[] bytes) implements Payload {}

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
