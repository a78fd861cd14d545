package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Limits the unpacked size relative to the archive: above {@value #FREE_BYTES} bytes, at most {@value #RATIO} times the
 * size of the archive. Text compresses to a tenth, very regular text to a fiftieth; deflate reaches a thousandth only
 * with zeros.
 */
final class Expansion {

    static final int RATIO = 200;
    static final long FREE_BYTES = 16L << 20;

    private final long bound;
    private long unpacked;

    Expansion(long archiveBytes) {
        this.bound = Math.max(FREE_BYTES, archiveBytes * RATIO);
    }

    /** The same bytes, counted. */
    InputStream watch(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                if (read >= 0) {
                    count(1);
                }
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read > 0) {
                    count(read);
                }
                return read;
            }

            @Override
            public long skip(long length) throws IOException {
                long skipped = super.skip(length);
                count(skipped);
                return skipped;
            }
        };
    }

    private void count(long bytes) throws UnsafeTreeException {
        unpacked += bytes;
        if (unpacked > bound) {
            throw new UnsafeTreeException(
                    "it unpacks to more than " + RATIO + " times its size",
                    "Pack it without files that are extremely compressible.");
        }
    }
}
