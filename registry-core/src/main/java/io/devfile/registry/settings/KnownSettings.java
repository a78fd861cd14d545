package io.devfile.registry.settings;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.text.ClosestNames;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Refuses unknown settings below {@code registry.}, such as misspelt ones. Plugins check their own settings. */
final class KnownSettings {

    private static final System.Logger LOG = System.getLogger(KnownSettings.class.getName());

    private static final String PREFIX = "registry.";

    /**
     * The settings that the server's configuration or other classes read, in addition to those of
     * {@link ConfigurationReader}.
     */
    private static final List<String> OTHERS = List.of(
            "access-log",
            "api.token",
            "api.token-file",
            "auth",
            "auth.admins",
            "auth.login",
            "auth.oidc.client-id",
            "auth.oidc.client-secret",
            "auth.oidc.discovery",
            "auth.truststore",
            "auth.truststore-password",
            "hooks.secret",
            "hooks.secret-file",
            "http.port",
            "https.port",
            "limit",
            "metrics",
            "metrics.port",
            "plugins.dir",
            "telemetry",
            "tls",
            "tls.keystore",
            "tls.keystore-password",
            "tls.redirect",
            "trusted-proxies");

    /** A variable of podman, skopeo and other tools, which may be set for all programs of a user. */
    private static final String OF_CONTAINER_TOOLS = "REGISTRY_AUTH_FILE";

    private final Settings settings;
    private final Set<String> known = new TreeSet<>(OTHERS);

    /** @param own the registry's own settings, without the prefix */
    KnownSettings(Settings settings, List<String> own) {
        this.settings = settings;
        known.addAll(own);
    }

    /**
     * Checks all settings.
     *
     * @param sources the names of the configured sources
     * @throws SettingException at the first unknown setting
     */
    void check(List<String> sources) throws SettingException {
        List<String> described = new ArrayList<>();
        for (String name : names()) {
            String key = name.substring(PREFIX.length());
            if (key.startsWith("source.") || key.startsWith("source_")) {
                String source = key.substring("source.".length());
                // the server's configuration always sets the location of the included stacks, even if they are not
                // served
                if (!isBelow("bundled", source) && sources.stream().noneMatch(listed -> isBelow(listed, source))) {
                    described.add(name);
                }
            } else if (!key.startsWith("oci.") && !key.startsWith("oci_") && !isKnown(key)) {
                throw new SettingException(
                        name,
                        "there is no such setting",
                        ClosestNames.misspelt(key, known)
                                .map(meant -> "Did you mean " + PREFIX + meant + "?")
                                .orElse("Remove it, or use one of: " + String.join(", ", known) + "."));
            }
        }
        if (!described.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    () -> "Settings of sources that registry.sources does not list are not used: "
                            + String.join(", ", described)
                            + ". Add the sources to registry.sources, or remove the settings.");
        }
    }

    /** In order and without duplicates, because an environment variable may also occur as a property. */
    private Collection<String> names() {
        Map<String, String> names = new TreeMap<>();
        for (String name : settings.names()) {
            String variable = variable(name).toUpperCase(Locale.ROOT);
            boolean property = name.startsWith(PREFIX);
            boolean foreign = variable.equals(OF_CONTAINER_TOOLS) || ServiceVariable.is(variable, settings);
            if ((property || name.startsWith("REGISTRY_")) && !foreign) {
                String key = PREFIX + variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                names.merge(variable, property ? name : key, (one, other) -> one.equals(key) ? other : one);
            }
        }
        return names.values();
    }

    private boolean isKnown(String key) {
        return known.stream().anyMatch(one -> variable(one).equals(variable(key)));
    }

    private static boolean isBelow(String source, String key) {
        return variable(key).startsWith(variable(source) + "_");
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_");
    }
}
