package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Credentials;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import java.util.Optional;

/** Reads the credentials for a registry. */
final class CredentialSettings {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String TOKEN = "token";
    static final String PLAIN = "plain-http-credentials";

    private CredentialSettings() {}

    static Credentials read(PluginSettings settings, Origin origin) throws SettingException {
        Optional<String> username = settings.text(USERNAME);
        Optional<Secret> password = secret(settings, PASSWORD);
        Optional<Secret> token = secret(settings, TOKEN);
        boolean plain = settings.flag(PLAIN).orElse(false);
        if (token.isPresent() && (username.isPresent() || password.isPresent())) {
            throw wrong(
                    settings,
                    TOKEN,
                    "a user name or password is also set",
                    "Set either a token, or a user name and password.");
        }
        if (username.isPresent() != password.isPresent()) {
            throw username.isPresent()
                    ? wrong(
                            settings,
                            PASSWORD,
                            "it is not set, although a user name is set",
                            "Set it, or " + PASSWORD + "-file.")
                    : wrong(settings, USERNAME, "it is not set, although a password is set", "Set it.");
        }
        if (username.isEmpty() && token.isEmpty()) {
            return new Credentials.Anonymous();
        }
        if (!origin.isEncrypted() && !origin.isLoopback() && !plain) {
            throw wrong(
                    settings,
                    DistributionSettings.URL,
                    "it is not encrypted, so the credentials could be read on the network",
                    "Write https, or set " + settings.fullKey(PLAIN) + " to true if the network is trusted.");
        }
        return token.isPresent()
                ? new Credentials.ReadyToken(token.get())
                : login(settings, username.orElseThrow(), password.orElseThrow());
    }

    private static Credentials login(PluginSettings settings, String name, Secret password) throws SettingException {
        if (name.indexOf(':') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong(settings, USERNAME, "it contains a colon or control character", "Remove this character.");
        }
        return new Credentials.Login(name, password);
    }

    /** The file of a secret must exist at the start; its content may change later. */
    private static Optional<Secret> secret(PluginSettings settings, String key) throws SettingException {
        Optional<Secret> secret = settings.secret(key);
        if (secret.isPresent()) {
            secret.get().read();
        }
        return secret;
    }

    private static SettingException wrong(PluginSettings settings, String key, String reason, String remedy) {
        return new SettingException(settings.fullKey(key), reason, remedy);
    }
}
