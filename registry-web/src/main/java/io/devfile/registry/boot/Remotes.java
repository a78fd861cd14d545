package io.devfile.registry.boot;

import io.devfile.registry.config.RegistryConfiguration;
import io.devfile.registry.config.StarterConfiguration;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.spi.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The ways to what content names at remotes.
 *
 * @param files empty where nothing is to be fetched
 * @param starters what starter projects are made from
 */
record Remotes(Optional<RemoteFiles> files, RemoteTrees starters) {

    private static final Duration STARTERS_FRESH = Duration.ofMinutes(1);

    /**
     * Opens them.
     *
     * @param stopSwitch closes them
     * @throws PluginException where a setting is wrong or the guard cannot listen
     * @throws IOException where the data directory cannot be made or written
     */
    static Remotes open(RegistryConfiguration configuration, Plugins plugins, StopSwitch stopSwitch, Clock clock)
            throws PluginException, IOException {
        FetchGuard guard = FetchGuard.open(
                configuration.fetch().allow(), configuration.fetch().proxy(), configuration.offline());
        stopSwitch.add(guard::close);
        StarterConfiguration starter = configuration.starters();
        Path directory = configuration.dataDirectory().resolve("starters");
        RemoteTrees.Limits limits = new RemoteTrees.Limits(starter.cacheBytes(), starter.timeout(), STARTERS_FRESH);
        if (configuration.offline()) {
            RemoteTrees starters = RemoteTrees.offline(directory, limits, clock);
            stopSwitch.add(starters::close);
            return new Remotes(Optional.empty(), starters);
        }
        RemoteFiles files = new RemoteFiles(guard);
        stopSwitch.add(files::close);
        RemoteTrees starters = RemoteTrees.open(directory, limits, plugins, guard, files, clock);
        stopSwitch.add(starters::close);
        return new Remotes(Optional.of(files), starters);
    }
}
