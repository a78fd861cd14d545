package io.devfile.registry.content;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Fails before more than the limit is written. */
final class LimitedOutputStream extends FilterOutputStream {

    private final long limit;
    private long written;

    /** @param limit in bytes */
    LimitedOutputStream(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    @Override
    public void write(int value) throws IOException {
        count(1);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    private void count(int more) throws TooLargeException {
        if (more > limit - written) {
            throw new TooLargeException(limit);
        }
        written += more;
    }
}
