package io.devfile.registry.plugin;

import io.devfile.registry.settings.SourceConfiguration;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.lang.System.Logger.Level;

/** A source with its configuration. */
public record ConfiguredSource(SourceConfiguration configuration, StackSource source) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ConfiguredSource.class.getName());

    /** The name in the configuration. */
    public String name() {
        return configuration.name();
    }

    /** As {@link StackSource#location()}. */
    public String location() {
        return PluginCall.in(source, source::location);
    }

    /**
     * As {@link StackSource#fetch()}. An unexpected exception of a plugin is reported as a {@link SourceException}, so
     * that one faulty plugin does not stop the others.
     */
    public Snapshot fetch() throws SourceException {
        try {
            return PluginCall.each(
                    Snapshot.class, PluginCall.in(source, source::fetch), (method, succeeded, begun) -> {});
        } catch (RuntimeException | LinkageError e) {
            throw new SourceException(
                    "fetch the source " + name(),
                    "its plugin failed with " + e.getClass().getName() + ": " + e.getMessage(),
                    "Report this to the author of " + source.getClass().getName() + ".",
                    e);
        }
    }

    /** As {@link StackSource#onChange}. If a plugin fails here, it is only asked at its interval. */
    public void onChange(Runnable action) {
        try {
            PluginCall.in(source, () -> {
                source.onChange(action);
                return name();
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "The source " + name() + " does not watch for changes, because its plugin failed",
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
