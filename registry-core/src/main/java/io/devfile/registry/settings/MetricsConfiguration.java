package io.devfile.registry.settings;

import io.devfile.registry.spi.config.SettingException;

/**
 * Where {@code /metrics} is.
 *
 * @param enabled {@code registry.metrics}
 * @param port {@code registry.metrics.port}: the only port on which it is; -1 for the ports of the registry
 */
public record MetricsConfiguration(boolean enabled, int port) {

    /** @throws SettingException if one of these settings has a value of another type */
    public static MetricsConfiguration read(Settings settings) throws SettingException {
        return new MetricsConfiguration(
                ServerConfiguration.flag(settings, "registry.metrics"),
                ServerConfiguration.port(settings, "registry.metrics.port", -1));
    }
}
