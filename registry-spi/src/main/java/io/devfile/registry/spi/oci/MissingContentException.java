package io.devfile.registry.spi.oci;

/** Content that a manifest names is not in its repository, or a blob was removed after it was found. */
public final class MissingContentException extends OciBackendException {

    private static final long serialVersionUID = 1L;

    /** As {@link OciBackendException#OciBackendException(String, String, String)}. */
    public MissingContentException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }
}
