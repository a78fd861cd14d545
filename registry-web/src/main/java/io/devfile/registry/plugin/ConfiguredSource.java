package io.devfile.registry.plugin;

import io.devfile.registry.config.SourceConfiguration;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;

/** A source together with what the operator said of it. */
public record ConfiguredSource(SourceConfiguration configuration, StackSource source) implements AutoCloseable {

    /** The name in the configuration. */
    public String name() {
        return configuration.name();
    }

    /**
     * As {@link StackSource#fetch()}. What a plugin throws against its contract is reported as if it had kept it, so that
     * one bad plugin does not stop the others.
     */
    public Snapshot fetch() throws SourceException {
        try {
            return PluginCall.each(Snapshot.class, PluginCall.in(source, source::fetch));
        } catch (RuntimeException | LinkageError e) {
            throw new SourceException(
                    "fetch the source " + name(),
                    "its plugin failed with " + e.getClass().getName() + ": " + e.getMessage(),
                    "Report this to the author of " + source.getClass().getName() + ".",
                    e);
        }
    }

    @Override
    public void close() {
        PluginCall.in(source, () -> {
            source.close();
            return name();
        });
    }
}
