package io.devfile.registry.plugin;

import io.devfile.registry.measure.Measurements;
import io.devfile.registry.settings.BackendConfiguration;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.SourceConfiguration;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.config.AddressPolicy;
import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendProvider;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Creates the configured sources and the configured backend. */
public final class Plugins {

    private final RegistryConfiguration configuration;
    private final PluginLoader<StackSourceProvider> sources;
    private final PluginLoader<OciBackendProvider> backends;

    /** @throws PluginLoadException if the installed plugins cannot be used together */
    public Plugins(RegistryConfiguration configuration, ClassLoader loader) throws PluginLoadException {
        this.configuration = configuration;
        this.sources = new PluginLoader<>("stack source", StackSourceProvider.class, StackSourceProvider::type, loader);
        this.backends = new PluginLoader<>("OCI backend", OciBackendProvider.class, OciBackendProvider::type, loader);
    }

    /**
     * Creates the backend; the caller closes it.
     *
     * @param offline whether the backend must not open connections
     * @throws PluginException if its type is unknown or its settings are wrong
     */
    public OciBackend backend(boolean offline) throws PluginException {
        BackendConfiguration backend = configuration.backend();
        OciBackendProvider provider = backends.provider(backend.type(), BackendConfiguration.PREFIX + "type");
        PluginSettings settings = new PluginSettings(BackendConfiguration.PREFIX, backend.settings());
        OciBackend made = create(
                "the OCI backend of type " + backend.type(),
                provider,
                () -> provider.create(new PluginContext(
                        "oci", settings, configuration.dataDirectory().resolve("oci"), offline)));
        OciBackend inPlugin = PluginCall.each(OciBackend.class, made, Measurements::backendCall);
        try {
            settings.rejectUnread();
        } catch (PluginException e) {
            inPlugin.close();
            throw e;
        }
        return inPlugin;
    }

    /**
     * Creates the sources, in order of precedence; the caller closes them.
     *
     * @throws PluginException if a type is unknown or a setting is wrong; no source is left open
     */
    public List<ConfiguredSource> sources() throws PluginException {
        List<ConfiguredSource> made = new ArrayList<>();
        try {
            for (SourceConfiguration source : configuration.sources()) {
                made.add(source(
                        source, configuration.dataDirectory().resolve("source-" + source.name()), AddressPolicy.ANY));
            }
        } catch (PluginException e) {
            made.forEach(ConfiguredSource::close);
            throw e;
        }
        return made;
    }

    /**
     * Creates a source that the operator has not configured; the caller closes it.
     *
     * @param directory a directory for the data of this source only
     * @throws PluginException if its type is unknown or a setting is wrong
     */
    public synchronized ConfiguredSource source(SourceConfiguration source, Path directory, AddressPolicy addresses)
            throws PluginException {
        StackSourceProvider provider = sources.provider(source.type(), source.prefix() + "type");
        PluginSettings settings = new PluginSettings(source.prefix(), source.settings());
        StackSource made = create(
                "the source " + source.name(),
                provider,
                () -> provider.create(
                        new PluginContext(source.name(), settings, directory, configuration.offline(), addresses)));
        ConfiguredSource configured = new ConfiguredSource(source, made);
        try {
            settings.rejectUnread();
        } catch (PluginException e) {
            configured.close();
            throw e;
        }
        return configured;
    }

    private static <T> T create(String what, Object provider, PluginCall.Call<T, PluginException> creation)
            throws PluginException {
        try {
            return PluginCall.in(provider, creation);
        } catch (LinkageError e) {
            throw PluginLoadException.incompatible("create " + what, e);
        } catch (RuntimeException e) {
            throw new PluginLoadException(
                    "create " + what,
                    "its plugin failed with " + e.getClass().getName() + ": " + e.getMessage(),
                    "Report this to the author of " + provider.getClass().getName() + ".",
                    e);
        }
    }
}
