package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads settings that are addresses of web servers. */
final class WebAddress {

    private WebAddress() {}

    /**
     * The scheme, host and port of an address that has no other parts.
     *
     * @throws SettingException if the value is not such an address
     */
    static Optional<String> ofServer(PluginSettings settings, String key) throws SettingException {
        Optional<URI> address = of(settings, key, "https://registry.example.com");
        if (address.isPresent() && !address.get().getRawPath().matches("/?")) {
            throw wrong(
                    settings,
                    key,
                    "it has a path, but the registry cannot be served below a path",
                    "https://registry.example.com");
        }
        return address.map(uri -> uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority());
    }

    /**
     * An address without credentials, query and fragment.
     *
     * @throws SettingException if the value is not such an address
     */
    static Optional<String> ofService(PluginSettings settings, String key, String example) throws SettingException {
        return of(settings, key, example).map(URI::toASCIIString);
    }

    private static Optional<URI> of(PluginSettings settings, String key, String example) throws SettingException {
        Optional<String> text = settings.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get());
            boolean web = uri.getScheme() != null && uri.getScheme().matches("(?i)https?") && uri.getHost() != null;
            if (web && uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getRawQuery() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // reported below, together with other invalid values
        }
        throw wrong(settings, key, "its value is not a plain http or https address", example);
    }

    private static SettingException wrong(PluginSettings settings, String key, String why, String example) {
        return new SettingException(settings.fullKey(key), why, "Set it to an address such as " + example + ".");
    }
}
