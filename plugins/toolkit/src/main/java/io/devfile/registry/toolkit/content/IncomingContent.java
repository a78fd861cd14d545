package io.devfile.registry.toolkit.content;

import io.devfile.registry.spi.oci.BlobContent;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Content that is being written to a backend; read failures and write failures are reported separately.
 *
 * @param size in bytes
 */
public record IncomingContent(BlobContent content, Digest digest, long size) {

    private static final int BUFFER = 64 * 1024;

    /**
     * Copies the content and verifies it at the same time.
     *
     * @throws DigestMismatchException if the content does not match its digest or size
     * @throws ReadFailure if the content cannot be read
     * @throws IOException if the content cannot be written
     */
    public void copyTo(OutputStream target) throws IOException {
        try (InputStream stream = open()) {
            byte[] buffer = new byte[(int) Math.max(1, Math.min(size, BUFFER))];
            for (int read = read(stream, buffer); read >= 0; read = read(stream, buffer)) {
                target.write(buffer, 0, read);
            }
        }
    }

    private InputStream open() throws IOException {
        try {
            return new VerifyingInputStream(content.open(), digest, size);
        } catch (IOException e) {
            throw new ReadFailure(e);
        }
    }

    private static int read(InputStream stream, byte[] buffer) throws IOException {
        try {
            return stream.read(buffer);
        } catch (DigestMismatchException e) {
            throw e;
        } catch (IOException e) {
            throw new ReadFailure(e);
        }
    }

    /** The content could not be read. */
    public static final class ReadFailure extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException failure;

        ReadFailure(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        /** The exception that reading the content threw. */
        public IOException failure() {
            return failure;
        }
    }
}
