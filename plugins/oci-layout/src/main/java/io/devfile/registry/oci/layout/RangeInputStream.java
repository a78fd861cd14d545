package io.devfile.registry.oci.layout;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Part of a file. Fails, rather than ending early, where the file has become shorter. */
final class RangeInputStream extends InputStream {

    private final InputStream source;
    private long remaining;

    private RangeInputStream(InputStream source, long length) {
        this.source = source;
        this.remaining = length;
    }

    static RangeInputStream open(Path file, long offset, long length) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            channel.position(offset);
            return new RangeInputStream(Channels.newInputStream(channel), length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
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
            throw new EOFException("The file ends " + remaining + " bytes early");
        }
        remaining -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
