package io.devfile.registry.toolkit.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The given number of bytes from the current position of a stream. If the source has fewer bytes, reading fails with
 * {@link EOFException} instead of ending early. Used by one thread at a time.
 */
public final class PartInputStream extends InputStream {

    private final InputStream source;
    private long remaining;

    /**
     * @param source closed with this stream
     * @param length in bytes
     */
    public PartInputStream(InputStream source, long length) {
        this.source = source;
        this.remaining = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (remaining == 0) {
            return -1;
        }
        int read = source.read(bytes, offset, (int) Math.min(length, remaining));
        if (read < 0) {
            throw new EOFException("The content ends " + remaining + " bytes early");
        }
        remaining -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
