package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.http.HttpFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Content that is opened again after the connection breaks, a limited number of times. After a timeout it is not opened
 * again, because one timeout is enough. Used by one thread at a time.
 */
final class ResumingStream extends InputStream {

    private static final int MAX_RESUMPTIONS = 3;

    private final long length;
    private final Opening opening;
    private InputStream source;
    private long done;
    private int resumed;

    private ResumingStream(long length, Opening opening) throws OciBackendException {
        this.length = length;
        this.opening = opening;
        this.source = opening.open(0);
    }

    /** Opens the content from an offset. */
    @FunctionalInterface
    interface Opening {
        InputStream open(long done) throws OciBackendException;
    }

    /** @param length in bytes; a source that ends earlier is treated as broken */
    static ResumingStream open(long length, Opening opening) throws OciBackendException {
        return new ResumingStream(length, opening);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        while (true) {
            try {
                int read = source.read(bytes, offset, count);
                if (read < 0 && done < length) {
                    throw new EOFException("The content ends " + (length - done) + " bytes early");
                }
                done += Math.max(0, read);
                return read;
            } catch (IOException e) {
                boolean isFinal = e instanceof HttpFailure failure
                        && (failure.kind() == HttpFailure.Kind.TIMED_OUT
                                || failure.kind() == HttpFailure.Kind.INTERRUPTED);
                if (isFinal) {
                    throw e;
                }
                resume(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void resume(IOException failure) throws IOException {
        if (resumed == MAX_RESUMPTIONS || done >= length) {
            throw failure;
        }
        resumed++;
        source.close();
        try {
            source = opening.open(done);
        } catch (OciBackendException e) {
            e.addSuppressed(failure);
            throw new IOException(e.getMessage(), e);
        }
    }
}
