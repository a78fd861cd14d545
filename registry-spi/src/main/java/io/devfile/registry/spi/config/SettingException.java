package io.devfile.registry.spi.config;

import io.devfile.registry.spi.PluginException;

/** A setting that is missing, malformed or unknown. The message names the full key. */
public final class SettingException extends PluginException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key the full configuration key
     * @param reason why the value is not valid, without the value if it may be secret
     * @param remedy what to write instead
     */
    public SettingException(String key, String reason, String remedy) {
        super("read the setting " + key, reason, remedy);
    }
}
