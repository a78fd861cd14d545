package io.devfile.registry.plugin;

import io.devfile.registry.config.BackendConfiguration;
import io.devfile.registry.config.RegistryConfiguration;
import io.devfile.registry.config.SourceConfiguration;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendProvider;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.util.ArrayList;
import java.util.List;

/** Makes the sources and the backend that are configured. */
public final class Plugins {

    private final RegistryConfiguration configuration;
    private final PluginLoader<StackSourceProvider> sources;
    private final PluginLoader<OciBackendProvider> backends;

    /** @throws PluginLoadException where the plugins that are there cannot be used together */
    public Plugins(RegistryConfiguration configuration, ClassLoader loader) throws PluginLoadException {
        this.configuration = configuration;
        this.sources = new PluginLoader<>("stack source", StackSourceProvider.class, StackSourceProvider::type, loader);
        this.backends = new PluginLoader<>("OCI backend", OciBackendProvider.class, OciBackendProvider::type, loader);
    }

    /**
     * Makes the backend; the caller closes it.
     *
     * @throws PluginException where its type is not known or its settings are wrong
     */
    public OciBackend backend() throws PluginException {
        BackendConfiguration backend = configuration.backend();
        OciBackendProvider provider = backends.provider(backend.type(), BackendConfiguration.PREFIX + "type");
        PluginSettings settings = new PluginSettings(BackendConfiguration.PREFIX, backend.settings());
        OciBackend made = PluginCall.in(provider, () -> provider.create(context("oci", "oci", settings)));
        try {
            settings.rejectUnread();
        } catch (PluginException e) {
            made.close();
            throw e;
        }
        return made;
    }

    /**
     * Makes the sources, in order of precedence; the caller closes them.
     *
     * @throws PluginException where a type is not known or a setting is wrong; none is left open
     */
    public List<ConfiguredSource> sources() throws PluginException {
        List<ConfiguredSource> made = new ArrayList<>();
        try {
            for (SourceConfiguration source : configuration.sources()) {
                made.add(source(source));
            }
        } catch (PluginException e) {
            made.forEach(ConfiguredSource::close);
            throw e;
        }
        return made;
    }

    private ConfiguredSource source(SourceConfiguration source) throws PluginException {
        StackSourceProvider provider = sources.provider(source.type(), source.prefix() + "type");
        PluginSettings settings = new PluginSettings(source.prefix(), source.settings());
        StackSource made = PluginCall.in(
                provider, () -> provider.create(context(source.name(), "source-" + source.name(), settings)));
        ConfiguredSource configured = new ConfiguredSource(source, made);
        try {
            settings.rejectUnread();
        } catch (PluginException e) {
            configured.close();
            throw e;
        }
        return configured;
    }

    private PluginContext context(String name, String directory, PluginSettings settings) {
        return new PluginContext(
                name, settings, configuration.dataDirectory().resolve(directory), configuration.offline());
    }
}
