package io.devfile.registry.toolkit.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * The file of a zip, with a limit on the amount that is read until the limit is lifted: the amount that a central
 * directory with the maximum number of entries needs. The library reads the whole central directory into memory, with
 * at least two reads per entry, before it returns the number of entries.
 */
public final class ZipDirectoryLimit implements SeekableByteChannel {

    /** To find the end of a zip, the last 64 KiB are read, in the worst case byte by byte. */
    private static final long SEARCH = 200_000;

    private static final int ENTRY_READS = 5;

    private final SeekableByteChannel file;
    private long reads;
    private long bytes;

    /**
     * @param file closed with this channel
     * @param entries the maximum number of entries
     * @param entryBytes the maximum average size of an entry of the directory, with its name, in bytes
     */
    public ZipDirectoryLimit(SeekableByteChannel file, long entries, int entryBytes) {
        this.file = file;
        this.reads = SEARCH + entries * ENTRY_READS;
        this.bytes = SEARCH * Integer.BYTES + entries * entryBytes;
    }

    /** Removes the limit. */
    public void lift() {
        reads = Long.MAX_VALUE;
        bytes = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = file.read(target);
        bytes -= Math.max(read, 0);
        if (--reads < 0 || bytes < 0) {
            throw new UnsafeTreeException(
                    "its directory has too many entries, or too much metadata",
                    "Remove entries that are not needed, or increase max-entries.");
        }
        return read;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
