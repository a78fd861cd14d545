package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads the address of a registry. Messages do not repeat the address, because it may contain a password. */
final class RegistryAddress {

    private static final String EXAMPLE = "https://registry.example.com, or https://registry.example.com/project";

    private RegistryAddress() {}

    static RemoteRegistry read(PluginSettings settings, String key) throws SettingException {
        String fullKey = settings.fullKey(key);
        URI address;
        try {
            address = new URI(settings.require(key, "the address of a registry, such as " + EXAMPLE));
        } catch (URISyntaxException e) {
            throw new SettingException(fullKey, "it is not a valid address", "Write it as " + EXAMPLE + ".");
        }
        if (address.getRawUserInfo() != null
                || address.getRawAuthority() != null
                        && address.getRawAuthority().contains("@")) {
            throw new SettingException(
                    fullKey,
                    "it contains a user name",
                    "Remove it, and set " + settings.fullKey(CredentialSettings.USERNAME) + " and "
                            + settings.fullKey(CredentialSettings.PASSWORD) + " instead.");
        }
        Origin origin = Origin.of(address)
                .orElseThrow(() -> new SettingException(
                        fullKey, "it is not an http or https address", "Write it as " + EXAMPLE + "."));
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new SettingException(fullKey, "it contains ? or #", "Write it as " + EXAMPLE + ".");
        }
        return new RemoteRegistry(origin, prefix(fullKey, address).orElse(null));
    }

    private static Optional<RepositoryName> prefix(String fullKey, URI address) throws SettingException {
        String path = Optional.ofNullable(address.getRawPath()).orElse("").replaceAll("^/+|/+$", "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (path.equals("v2") || path.startsWith("v2/")) {
            throw new SettingException(
                    fullKey,
                    "its path begins with v2, which is part of the API",
                    "Remove that part, as in " + EXAMPLE + ".");
        }
        return Optional.of(RepositoryName.tryParse(path)
                .orElseThrow(() -> new SettingException(
                        fullKey,
                        "its path is not a valid beginning of a repository name",
                        "Use lower-case letters and digits, with . _ or - between them, as in " + EXAMPLE + ".")));
    }
}
