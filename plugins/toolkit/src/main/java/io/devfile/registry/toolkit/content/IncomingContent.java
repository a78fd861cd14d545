package io.devfile.registry.toolkit.content;

import io.devfile.registry.spi.oci.BlobContent;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Content on its way into a backend; a failure to read it is told apart from a failure to write it.
 *
 * @param size in bytes
 */
public record IncomingContent(BlobContent content, Digest digest, long size) {

    private static final int BUFFER = 64 * 1024;

    /**
     * Copies the content as it is verified.
     *
     * @throws DigestMismatchException where it is not what it should be
     * @throws ReadFailure where it cannot be read
     * @throws IOException where it cannot be written
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

        /** What came of reading it. */
        public IOException failure() {
            return failure;
        }
    }
}
