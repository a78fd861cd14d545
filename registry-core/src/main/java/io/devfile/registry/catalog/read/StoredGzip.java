package io.devfile.registry.catalog.read;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Writes gzip without compression. Compressed output, and with it the digest, differs between versions of a library and
 * between machines; stored blocks are the same everywhere.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4">RFC 1951, section 3.2.4</a>
 */
final class StoredGzip extends FilterOutputStream {

    private static final int BLOCK = 0xffff;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final CRC32 checksum = new CRC32();
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long size;

    StoredGzip(OutputStream out) throws IOException {
        super(out);
        out.write(HEADER);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        size += length;
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == BLOCK) {
                writeBlock(false);
            }
            int count = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, from, block, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    /** Writes the remaining data without closing the underlying stream. */
    void finish() throws IOException {
        writeBlock(true);
        writeNumber(checksum.getValue(), 4);
        writeNumber(size, 4);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException(
                "Call finish() to end the gzip; the creator of the underlying stream closes that stream.");
    }

    private void writeBlock(boolean last) throws IOException {
        out.write(last ? 1 : 0);
        writeNumber(filled, 2);
        writeNumber(~filled, 2);
        out.write(block, 0, filled);
        filled = 0;
    }

    private void writeNumber(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i) & 0xff);
        }
    }
}
