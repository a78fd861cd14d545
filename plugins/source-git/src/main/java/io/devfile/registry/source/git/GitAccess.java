package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.AddressPolicy;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.net.CertificateAuthorities;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection settings for a server, the credentials, and the settings that authenticate the server.
 *
 * @param username of the password or token; null if there is none
 * @param secret the password or token; null if there is none
 * @param addresses the hosts that may be connected to
 * @param timeout how long to wait for a connection, a response, or the next part of it
 */
record GitAccess(
        @Nullable String username,
        @Nullable Secret secret,
        @Nullable Path sshKey,
        @Nullable Secret sshKeyPassphrase,
        @Nullable Path knownHosts,
        @Nullable CertificateAuthorities authorities,
        @Nullable HttpProxy proxy,
        AddressPolicy addresses,
        Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A user name that Git servers accept if they require one with a token; most check only the token. */
    private static final String TOKEN_USER = "oauth2";

    /** @throws SettingException if a setting is malformed or contradicts another one, or the address */
    static GitAccess of(PluginSettings settings, GitAddress address, AddressPolicy addresses) throws SettingException {
        Optional<Secret> password = settings.secret("password");
        Optional<Secret> token = settings.secret("token");
        Optional<String> username = settings.text("username");
        if (token.isPresent() && password.isPresent()) {
            throw new SettingException(
                    settings.fullKey("token"), "a password is also set", "Set either a token or a password.");
        }
        if (username.isEmpty()) {
            username = Optional.ofNullable(address.uri().getUser()).or(() -> token.map(one -> TOKEN_USER));
        }
        if (password.isPresent() && username.isEmpty()) {
            throw new SettingException(
                    settings.fullKey("username"), "it is not set, although a password is set", "Set both or none.");
        }
        GitAccess access = new GitAccess(
                username.orElse(null),
                password.or(() -> token).orElse(null),
                settings.path("ssh-key").orElse(null),
                settings.secret("ssh-key-passphrase").orElse(null),
                settings.path("known-hosts").orElse(null),
                CertificateAuthorities.of(settings).orElse(null),
                HttpProxy.of(settings).orElse(null),
                addresses,
                settings.duration("timeout")
                        .filter(timeout -> !timeout.isZero())
                        .orElse(TIMEOUT));
        access.check(settings, address);
        return access;
    }

    /** The timeout in the unit of JGit. */
    int timeoutSeconds() {
        return (int) Math.max(1, Math.min(timeout.plusMillis(999).toSeconds(), Integer.MAX_VALUE / 1000));
    }

    private void check(PluginSettings settings, GitAddress address) throws SettingException {
        if (addresses != AddressPolicy.ANY && address.protocol() != GitAddress.Protocol.HTTP) {
            throw new SettingException(
                    settings.fullKey("url"),
                    "only http and https addresses can be checked",
                    "Use the https address of the repository.");
        }
        switch (address.protocol()) {
            case SSH -> {
                if (knownHosts == null) {
                    throw new SettingException(
                            settings.fullKey("known-hosts"),
                            "it is not set, so no host key can be verified",
                            "Set it to a file with host keys as printed by ssh-keyscan; verify the keys first.");
                }
                if (sshKey == null && secret == null) {
                    throw new SettingException(
                            settings.fullKey("ssh-key"),
                            "neither a key nor a password is set",
                            "Set it to the file of a private key.");
                }
            }
            case GIT -> {
                if (proxy != null) {
                    throw new SettingException(
                            settings.fullKey(HttpProxy.PROXY),
                            "git:// addresses cannot be used with a proxy",
                            "Use an https address, or remove the proxy.");
                }
            }
            case HTTP, FILE -> {
                // no contradiction is possible
            }
        }
    }
}
