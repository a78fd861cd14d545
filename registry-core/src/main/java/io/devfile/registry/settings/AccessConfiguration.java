package io.devfile.registry.settings;

import io.devfile.registry.spi.config.SettingException;
import java.util.List;
import java.util.Locale;

/**
 * Who may read.
 *
 * @param required {@code registry.auth}: whether only users of the server may read
 * @param browserLogin {@code registry.auth.login}: whether browsers are sent to an OpenID Connect provider
 */
public record AccessConfiguration(boolean required, boolean browserLogin) {

    private static final List<String> NEEDED_FOR_LOGIN = List.of(
            "registry.url",
            "registry.auth.oidc.discovery",
            "registry.auth.oidc.client-id",
            "registry.auth.oidc.client-secret");

    /** @throws SettingException if one of these settings has an unknown value, or one that the other needs is missing */
    public static AccessConfiguration read(Settings settings) throws SettingException {
        boolean required = isSecond(settings, "registry.auth", List.of("none", "required"));
        boolean oidc = isSecond(settings, "registry.auth.login", List.of("basic", "oidc"));
        if (oidc) {
            for (String name : NEEDED_FOR_LOGIN) {
                if (settings.value(name).isEmpty()) {
                    throw new SettingException(
                            name,
                            "it is not set",
                            "Set it, because registry.auth.login is oidc, or remove that setting.");
                }
            }
        }
        if (required
                && settings.value("mp.jwt.verify.issuer").isPresent()
                && settings.value("mp.jwt.verify.audiences").isEmpty()) {
            throw new SettingException(
                    "mp.jwt.verify.audiences",
                    "it is not set, so tokens that the issuer made for other services would be accepted",
                    "Set it to the audience that tokens for this registry have.");
        }
        return new AccessConfiguration(required, required && oidc);
    }

    private static boolean isNamed(Settings settings, String name) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        for (String one : settings.names()) {
            if (one.equals(name) || one.equals(variable)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecond(Settings settings, String name, List<String> values) throws SettingException {
        // an empty variable looks like none, and must not open a registry that should be private
        String value = settings.value(name).orElse(isNamed(settings, name) ? "" : values.get(0));
        if (!values.contains(value)) {
            throw new SettingException(
                    name, "'" + value + "' is not supported", "Set it to " + String.join(" or ", values) + ".");
        }
        return value.equals(values.get(1));
    }
}
