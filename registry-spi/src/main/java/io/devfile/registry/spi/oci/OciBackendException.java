package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.PluginException;

/**
 * A backend could not perform an operation, or could not determine its result. This class itself means that the backend
 * cannot be reached or does not work; subclasses stand for other reasons.
 */
public class OciBackendException extends PluginException {

    private static final long serialVersionUID = 1L;

    /** As {@link PluginException#PluginException(String, String, String)}. */
    public OciBackendException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }

    /** As {@link PluginException#PluginException(String, String, String, Throwable)}. */
    public OciBackendException(String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
    }
}
