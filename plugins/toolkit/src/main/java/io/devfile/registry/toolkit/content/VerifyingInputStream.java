package io.devfile.registry.toolkit.content;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends normally only if its bytes have the expected size and digest; otherwise it fails with
 * {@link DigestMismatchException}. It fails before it returns the last bytes, so that the check also protects a reader
 * that counts bytes instead of reading to the end. It never reads more than one byte beyond the expected size.
 */
public final class VerifyingInputStream extends InputStream {

    private final InputStream source;
    private final Digest digest;
    private final long size;
    private final MessageDigest computation;
    private long count;
    private boolean verified;
    private @Nullable DigestMismatchException mismatch;

    /**
     * @param source closed with this stream
     * @param size in bytes
     */
    public VerifyingInputStream(InputStream source, Digest digest, long size) {
        this.source = source;
        this.digest = digest;
        this.size = size;
        this.computation = digest.algorithm().newMessageDigest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (verified) {
            return -1;
        }
        if (mismatch != null) {
            throw mismatch;
        }
        if (size == 0) {
            verify();
            return -1;
        }
        int read = source.read(bytes, offset, (int) Math.min(length, size - count));
        if (read < 0) {
            throw failed(DigestMismatchException.shorter(size, count));
        }
        computation.update(bytes, offset, read);
        count += read;
        if (count == size) {
            verify();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void verify() throws IOException {
        if (source.read() >= 0) {
            throw failed(DigestMismatchException.longer(size));
        }
        Digest found = Digest.of(computation, digest.algorithm());
        if (!found.equals(digest)) {
            throw failed(DigestMismatchException.other(digest, found));
        }
        verified = true;
    }

    private DigestMismatchException failed(DigestMismatchException failure) {
        mismatch = failure;
        return failure;
    }
}
