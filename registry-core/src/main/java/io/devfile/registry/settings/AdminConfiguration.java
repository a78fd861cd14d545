package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The secrets for the administrative addresses; an address without a secret is disabled.
 *
 * @param apiToken {@code registry.api.token} or {@code registry.api.token-file}; null if neither is set
 * @param hookSecret {@code registry.hooks.secret} or {@code registry.hooks.secret-file}; null if neither is set
 */
public record AdminConfiguration(
        @Nullable Secret apiToken, @Nullable Secret hookSecret) {

    private static final String TOKEN = "api.token";
    private static final String SECRET = "hooks.secret";

    /** @throws SettingException if a secret is given twice */
    public static AdminConfiguration read(Settings settings) throws SettingException {
        Map<String, String> values = new TreeMap<>();
        for (String key : List.of(TOKEN, TOKEN + "-file", SECRET, SECRET + "-file")) {
            settings.value("registry." + key).ifPresent(value -> values.put(key, value));
        }
        PluginSettings own = new PluginSettings("registry.", values);
        return new AdminConfiguration(
                own.secret(TOKEN).orElse(null), own.secret(SECRET).orElse(null));
    }
}
