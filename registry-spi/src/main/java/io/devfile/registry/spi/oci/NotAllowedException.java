package io.devfile.registry.spi.oci;

/**
 * The backend does not offer what was asked of it, or not to this user. It works all the same, and asking again does not
 * help until somebody configures it otherwise.
 */
public final class NotAllowedException extends OciBackendException {

    private static final long serialVersionUID = 1L;

    /** As {@link OciBackendException#OciBackendException(String, String, String)}. */
    public NotAllowedException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }
}
