package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the registry reaches what content names.
 *
 * @param allow what may be reached although it is not of the public internet, as the operator wrote it
 * @param proxy {@code http://host:port} of the proxy that leads out of the operator's network, where there is one
 */
public record FetchConfiguration(List<String> allow, Optional<URI> proxy) {

    /** The public internet, without a proxy. */
    public static final FetchConfiguration DEFAULT = new FetchConfiguration(List.of(), Optional.empty());

    public FetchConfiguration {
        allow = List.copyOf(allow);
    }

    /** @param own the registry's own settings */
    static FetchConfiguration of(PluginSettings own) throws SettingException {
        List<String> allow = own.text("fetch.allow").stream()
                .flatMap(entries -> Arrays.stream(entries.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        Optional<String> proxy = own.text("fetch.proxy");
        return new FetchConfiguration(allow, proxy.isEmpty() ? Optional.empty() : Optional.of(proxy(own, proxy.get())));
    }

    private static URI proxy(PluginSettings own, String address) throws SettingException {
        try {
            URI uri = new URI(address);
            boolean bare = "".equals(uri.getRawPath()) || "/".equals(uri.getRawPath());
            if ("http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && bare) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below, and without the value, which may have a password in it
        }
        throw new SettingException(
                own.fullKey("fetch.proxy"),
                "its value is not the address of a proxy, without a user",
                "Write it as http://proxy.example.com:3128.");
    }
}
