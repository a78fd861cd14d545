package io.devfile.registry.refresh;

import io.devfile.registry.bundle.Bundles;
import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.read.RegistryRepositoryReader;
import io.devfile.registry.catalog.read.RemoteSampleReader;
import io.devfile.registry.catalog.read.RemoteVersions;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.change.ChangeLog;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.event.Events;
import io.devfile.registry.icon.IconCache;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.publish.Provenance;
import io.devfile.registry.publish.Publisher;
import io.devfile.registry.publish.Retention;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.sample.SampleCache;
import io.devfile.registry.settings.EventConfiguration;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.UpkeepConfiguration;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.starter.StarterZips;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import io.devfile.registry.state.StateBuilder;
import io.devfile.registry.state.StateFile;
import io.devfile.registry.state.StateJson;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Creates and connects the parts of a refresh. */
final class RegistryAssembly implements AutoCloseable {

    /** How long a refresh waits for content at remotes; content that takes longer is included in a later refresh. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final RegistryConfiguration configuration;
    private final ContentStore store;
    private final StateJson json = new StateJson();
    private final IconCache icons;
    private final SampleCache samples;
    private final RemoteTrees versions;
    private final StateBuilder builder;
    private final StateFile file;
    private final @Nullable Events events;
    private final ChangeLog changes;
    private final LatestCatalogs latestCatalogs;
    private final StarterZips starters;
    private final Bundles bundles;
    private final RegistryStatus status;
    private final Clock clock;

    /**
     * @param remotes the access to content at remotes
     * @throws IOException if the data directory cannot be created or written
     */
    RegistryAssembly(RegistryConfiguration configuration, Remotes remotes, RegistryStatus status, Clock clock)
            throws IOException {
        this.configuration = configuration;
        this.status = status;
        this.clock = clock;
        Path data = configuration.dataDirectory();
        DurableFiles.createDirectories(data);
        DurableFiles.sweep(data);
        this.store = ContentStore.open(data.resolve("content"));
        Path noted = data.resolve("icons.json");
        this.icons = remotes.files() != null
                ? IconCache.open(noted, store, remotes.files(), clock)
                : IconCache.offline(noted, store);
        this.latestCatalogs = new LatestCatalogs(
                configuration.sources().stream().map(source -> source.name()).toList());
        this.versions = remotes.content();
        this.samples = new SampleCache(
                remotes.content(),
                new RemoteSampleReader(store, new YamlReader(), new DevfileValidator()),
                step -> latestCatalogs.reading(() -> {
                    step.run();
                    return true;
                }),
                clock);
        this.builder = new StateBuilder(json, icons, samples);
        Map<String, String> configurations = new LinkedHashMap<>();
        configuration.sources().forEach(source -> configurations.put(source.name(), source.fingerprint()));
        this.file = new StateFile(data.resolve("state.json"), store, json, builder, configurations);
        this.starters =
                new StarterZips(remotes.starters(), configuration.starters().timeout());
        this.bundles = Bundles.open(data.resolve("bundle"), store, remotes.files(), starters);
        // last, because it begins a thread
        EventConfiguration receiver = configuration.events();
        this.events = receiver != null ? new Events(receiver, clock) : null;
        this.changes = new ChangeLog(data.resolve("changes.json"), events != null ? events::changed : ignored -> {});
    }

    ContentStore store() {
        return store;
    }

    StarterZips starters() {
        return starters;
    }

    Bundles bundles() {
        return bundles;
    }

    StateFile file() {
        return file;
    }

    ChangeLog changes() {
        return changes;
    }

    Optional<Events> events() {
        return Optional.ofNullable(events);
    }

    LatestCatalogs latestCatalogs() {
        return latestCatalogs;
    }

    UpkeepConfiguration upkeep() {
        return configuration.upkeep();
    }

    Clock clock() {
        return clock;
    }

    RegistryStatus status() {
        return status;
    }

    StateBuilder builder() {
        return builder;
    }

    List<SourceFollower> followers(List<ConfiguredSource> sources, Runnable publishing) {
        return followers(sources, publishing, TIMEOUT);
    }

    /** @param timeout how long reading a source waits for versions by Git reference */
    List<SourceFollower> followers(List<ConfiguredSource> sources, Runnable publishing, Duration timeout) {
        RegistryRepositoryReader reader = new RegistryRepositoryReader(
                store, new YamlReader(), new DevfileValidator(), new RemoteVersions(versions, timeout));
        return sources.stream()
                .map(source -> new SourceFollower(source, reader, latestCatalogs, status, clock, publishing))
                .toList();
    }

    Retention retention(OciBackend backend) {
        return new Retention(
                backend,
                configuration.dataDirectory().resolve("publications.json"),
                configuration.upkeep().grace());
    }

    /**
     * @param current the state that is served
     * @param message tells the operator about it
     */
    Publishing publishing(
            OciBackend backend,
            Retention retention,
            ExecutorService executor,
            AtomicReference<@Nullable RegistryState> current,
            ReadyMessage message) {
        return new Publishing(
                latestCatalogs,
                builder,
                configuration.strict(),
                new Publishing.Target(
                        new Publisher(
                                backend,
                                store,
                                executor,
                                configuration.provenance() ? new Provenance(backend, this::location) : null),
                        retention,
                        new Serving(current, file, store, latestCatalogs, icons, samples, message, changes),
                        clock),
                status);
    }

    private String location(String source) {
        return status.sources().stream()
                .filter(one -> one.name().equals(source))
                .map(SourceStatus::location)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        samples.close();
        icons.close();
        events().ifPresent(Events::close);
    }
}
