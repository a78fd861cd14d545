package io.devfile.registry.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Limits the bytes that are read while a zip is opened: the whole directory of the zip is read into memory, regardless
 * of its number of entries.
 */
final class ZipDirectoryLimit implements SeekableByteChannel {

    /** In bytes: about 50 000 entries with long names. */
    static final long LIMIT = 8L << 20;

    private final SeekableByteChannel zip;
    private long read;
    private boolean lifted;

    ZipDirectoryLimit(SeekableByteChannel zip) {
        this.zip = zip;
    }

    /** Removes the limit; further reads are the content of files. */
    void lift() {
        lifted = true;
    }

    /** Whether an attempt was made to read more than the limit. */
    boolean isExceeded() {
        return !lifted && read > LIMIT;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = zip.read(target);
        read += Math.max(0, count);
        if (isExceeded()) {
            throw new TooLargeException(LIMIT);
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return zip.write(source);
    }

    @Override
    public long position() throws IOException {
        return zip.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        zip.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return zip.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        zip.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return zip.isOpen();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
