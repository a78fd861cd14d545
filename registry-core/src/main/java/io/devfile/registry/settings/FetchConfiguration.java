package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the registry accesses the addresses in the content.
 *
 * @param allow the addresses outside of the public internet that may be accessed, as the operator wrote them
 * @param proxy {@code http://host:port} of the proxy for access from the operator's network to the outside; null if
 *     there is none
 * @param credentials for Git servers
 */
public record FetchConfiguration(
        List<String> allow, @Nullable URI proxy, GitCredentials credentials) {

    /** The public internet, without a proxy. */
    public static final FetchConfiguration DEFAULT = new FetchConfiguration(List.of(), null, new GitCredentials(null));

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
        GitCredentials credentials =
                new GitCredentials(own.path("fetch.git-credentials").orElse(null));
        credentials.check();
        return new FetchConfiguration(allow, proxy.isPresent() ? proxy(own, proxy.get()) : null, credentials);
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
            // reported below, without the value, because it may contain a password
        }
        throw new SettingException(
                own.fullKey("fetch.proxy"),
                "its value is not a valid proxy address, or it contains a user name or password",
                "Write it as http://proxy.example.com:3128.");
    }
}
