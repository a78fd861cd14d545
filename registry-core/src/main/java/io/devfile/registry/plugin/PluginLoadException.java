package io.devfile.registry.plugin;

import io.devfile.registry.spi.PluginException;

/** A plugin cannot be found or loaded; the registry does not become ready. */
public final class PluginLoadException extends PluginException {

    private static final long serialVersionUID = 1L;

    PluginLoadException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }

    PluginLoadException(String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
    }
}
