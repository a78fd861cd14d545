package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a tar, counted, with a limit on the number of bytes before the next entry. */
final class TarBytes extends FilterInputStream {

    static final int HEADER_BYTES = 256 * 1024;

    private static final int TYPE_OFFSET = 156;
    private static final int RECORD = 512;

    private long position;
    private long bound = HEADER_BYTES;
    private boolean extended;

    TarBytes(InputStream stream) {
        super(stream);
    }

    /** Sets the number of content bytes before the next headers. */
    void expect(long content) {
        bound = position + content + HEADER_BYTES;
        extended = false;
    }

    long position() {
        return position;
    }

    /** Whether, since the last call of {@link #expect}, there was a header with names in UTF-8. */
    boolean isExtended() {
        return extended;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    /** Reads a record completely, because headers are records. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length != RECORD) {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }
        int read = in.readNBytes(bytes, offset, length);
        count(read);
        extended |= read == RECORD && bytes[offset + TYPE_OFFSET] == 'x';
        return read == 0 ? -1 : read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws UnsafeTreeException {
        position += bytes;
        if (position > bound) {
            throw new UnsafeTreeException(
                    "the headers of one entry, or the data after the end marker, have more than " + HEADER_BYTES
                            + " bytes",
                    "Pack it without extended attributes, and do not append other data to it.");
        }
    }
}
