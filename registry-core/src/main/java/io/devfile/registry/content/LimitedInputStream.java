package io.devfile.registry.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as soon as more than the limit is read. */
public final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long read;

    /** @param limit in bytes */
    public LimitedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws TooLargeException {
        read += more;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
    }
}
