package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.PluginException;

/**
 * A backend could not do what was asked, or could not tell. Thrown as it is where the backend cannot be reached or is out
 * of order; subclasses say what else it may be.
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
