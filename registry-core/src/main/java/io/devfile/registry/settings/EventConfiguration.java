package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where events are sent.
 *
 * @param url {@code registry.events.url}: the service that receives them
 * @param secret {@code registry.events.secret} or {@code .secret-file}: what they are signed with; null for no signature
 * @param source the registry, as the events name it: its address if that is configured, otherwise a path with its name
 */
public record EventConfiguration(URI url, @Nullable Secret secret, URI source) {

    /**
     * @param own the registry's own settings
     * @param viewer name and address of the registry
     * @return empty if no events are sent
     * @throws SettingException if the address is malformed, or no connections are allowed
     */
    static Optional<EventConfiguration> of(PluginSettings own, ViewerConfiguration viewer) throws SettingException {
        Optional<String> url = WebAddress.ofService(own, "events.url", "https://events.example.com/registry");
        Secret secret = own.secret("events.secret").orElse(null);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (own.flag("offline").orElse(false)) {
            throw new SettingException(
                    own.fullKey("events.url"),
                    "registry.offline is true, so nothing can be sent to it",
                    "Remove one of the two settings.");
        }
        return Optional.of(new EventConfiguration(URI.create(url.get()), secret, source(viewer)));
    }

    private static URI source(ViewerConfiguration viewer) {
        String address = viewer.url();
        return URI.create(address != null ? address : "/" + viewer.name().replaceAll("[^A-Za-z0-9._-]", "-"));
    }
}
