package io.devfile.registry.spi.oci;

/**
 * The backend does not support the requested operation, or does not permit it to this user. The backend itself works. A
 * retry does not help until the configuration is changed.
 */
public final class NotAllowedException extends OciBackendException {

    private static final long serialVersionUID = 1L;

    /** As {@link OciBackendException#OciBackendException(String, String, String)}. */
    public NotAllowedException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }
}
