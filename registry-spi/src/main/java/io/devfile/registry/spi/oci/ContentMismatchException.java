package io.devfile.registry.spi.oci;

/** Content does not have the digest or size that it should have. */
public final class ContentMismatchException extends OciBackendException {

    private static final long serialVersionUID = 1L;

    /** As {@link OciBackendException#OciBackendException(String, String, String)}. */
    public ContentMismatchException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }
}
