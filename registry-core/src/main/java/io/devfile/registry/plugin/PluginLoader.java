package io.devfile.registry.plugin;

import java.lang.System.Logger.Level;
import java.security.CodeSource;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The providers of one SPI, by type.
 *
 * @param <P> the provider interface
 */
final class PluginLoader<P> {

    private static final System.Logger LOG = System.getLogger(PluginLoader.class.getName());

    private final String kind;
    private final Map<String, P> providers = new TreeMap<>();

    /**
     * @param kind the name of the objects that the providers create, for messages: "stack source"
     * @throws PluginLoadException if a provider cannot be loaded, has an invalid type, or has the type of another
     *     provider
     */
    PluginLoader(String kind, Class<P> spi, Function<P, String> type, ClassLoader loader) throws PluginLoadException {
        this.kind = kind;
        try {
            for (P provider : ServiceLoader.load(spi, loader)) {
                add(provider, PluginCall.in(provider, () -> type.apply(provider)));
            }
        } catch (LinkageError e) {
            throw PluginLoadException.incompatible("load the providers of " + spi.getName(), e);
        } catch (ServiceConfigurationError | RuntimeException e) {
            if (e.getCause() instanceof LinkageError mismatch) {
                throw PluginLoadException.incompatible("load the providers of " + spi.getName(), mismatch);
            }
            throw new PluginLoadException(
                    "load the providers of " + spi.getName(),
                    "one of them fails: " + e,
                    "Correct the plugin's jar, or remove it from the plugins directory.",
                    e);
        }
        LOG.log(
                Level.INFO,
                () -> "Found as " + kind + ": "
                        + providers.entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + jar(entry.getValue()) + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** @throws PluginLoadException if there is no provider of this type; the message lists the existing types */
    P provider(String type, String key) throws PluginLoadException {
        P provider = providers.get(type);
        if (provider == null) {
            throw new PluginLoadException(
                    "find the " + kind + " of type '" + type + "' that " + key + " names",
                    "no plugin provides it",
                    "Use one of: " + String.join(", ", providers.keySet())
                            + "; or put the plugin's jar into the plugins directory and start again.");
        }
        return provider;
    }

    private void add(P provider, String type) throws PluginLoadException {
        String attempt = "load " + provider.getClass().getName() + " from " + jar(provider);
        if (!type.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new PluginLoadException(
                    attempt,
                    "its type '" + type + "' is not a word of lower-case letters, digits and hyphens",
                    "Use a version of the plugin in which this is corrected.");
        }
        P other = providers.putIfAbsent(type, provider);
        if (other != null) {
            throw new PluginLoadException(
                    attempt,
                    "its type '" + type + "' is also the type of "
                            + other.getClass().getName() + " from " + jar(other),
                    "Remove one of the two from the plugins directory.");
        }
    }

    private static String jar(Object provider) {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "an unknown location";
        }
        String path = source.getLocation().getPath().replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
