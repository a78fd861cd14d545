package io.devfile.registry.spi.source;

import io.devfile.registry.spi.PluginException;

/** A source could not deliver its content. The registry keeps its current content and retries later. */
public class SourceException extends PluginException {

    private static final long serialVersionUID = 1L;

    /** As {@link PluginException#PluginException(String, String, String)}. */
    public SourceException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }

    /** As {@link PluginException#PluginException(String, String, String, Throwable)}. */
    public SourceException(String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
    }
}
