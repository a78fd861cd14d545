package io.devfile.registry.refresh;

import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.StarterConfiguration;
import io.devfile.registry.spi.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The access to content at remotes.
 *
 * @param files null if nothing may be fetched
 * @param starters the trees from which starter projects are created
 * @param content the trees from which samples and versions are read
 */
record Remotes(@Nullable RemoteFiles files, RemoteTrees starters, RemoteTrees content) {

    private static final Duration STARTERS_FRESH = Duration.ofMinutes(1);

    /** Short, because the callers that fetch content check it at their own intervals. */
    private static final Duration CONTENT_FRESH = Duration.ofSeconds(5);

    private static final long CONTENT_MAX_BYTES = 2L << 30;

    /**
     * Opens the access to remotes.
     *
     * @param shutdown closes the opened objects
     * @throws PluginException if a setting is wrong
     * @throws IOException if the data directory cannot be created or written
     */
    static Remotes open(RegistryConfiguration configuration, Plugins plugins, Shutdown shutdown, Clock clock)
            throws PluginException, IOException {
        FetchGuard guard = FetchGuard.open(
                configuration.fetch().allow(), configuration.fetch().proxy(), configuration.offline());
        StarterConfiguration starter = configuration.starters();
        RemoteFiles files = configuration.offline() ? null : new RemoteFiles(guard);
        if (files != null) {
            shutdown.add(files::close);
        }
        Opening opening = (name, limits) -> {
            Path directory = configuration.dataDirectory().resolve(name);
            RemoteTrees trees = files != null
                    ? RemoteTrees.open(
                            directory,
                            limits,
                            plugins,
                            guard,
                            configuration.fetch().credentials(),
                            files,
                            clock)
                    : RemoteTrees.offline(directory, limits, clock);
            shutdown.add(trees::close);
            return trees;
        };
        return new Remotes(
                files,
                opening.open(
                        "starters", new RemoteTrees.Limits(starter.cacheBytes(), starter.timeout(), STARTERS_FRESH)),
                opening.open("remotes", new RemoteTrees.Limits(CONTENT_MAX_BYTES, starter.timeout(), CONTENT_FRESH)));
    }

    private interface Opening {
        RemoteTrees open(String name, RemoteTrees.Limits limits) throws IOException;
    }
}
