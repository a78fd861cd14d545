package io.devfile.registry.plugin;

import io.devfile.registry.spi.PluginException;
import java.util.Optional;

/** A plugin cannot be found or loaded; the registry does not become ready. */
public final class PluginLoadException extends PluginException {

    private static final long serialVersionUID = 1L;

    PluginLoadException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }

    PluginLoadException(String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
    }

    /** The exception for a plugin whose classes are not compatible with those of this registry. */
    static PluginLoadException incompatible(String attempt, LinkageError cause) {
        String version = Optional.ofNullable(PluginException.class.getPackage().getImplementationVersion())
                .map(number -> " " + number)
                .orElse("");
        return new PluginLoadException(
                attempt,
                "it is not compatible with registry-spi" + version + ": " + cause,
                "Use a version of the plugin that was built with this version of registry-spi.",
                cause);
    }
}
