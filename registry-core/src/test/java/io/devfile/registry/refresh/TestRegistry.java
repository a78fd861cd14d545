package io.devfile.registry.refresh;

import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.fixture.MemoryBackend;
import io.devfile.registry.fixture.TreeSource;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.settings.BackendConfiguration;
import io.devfile.registry.settings.FetchConfiguration;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.SourceConfiguration;
import io.devfile.registry.settings.StarterConfiguration;
import io.devfile.registry.settings.UpkeepConfiguration;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Two sources, a and b, and all parts of a refresh, run step by step. */
final class TestRegistry implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofMinutes(5);

    final TreeSource a;
    final TreeSource b;
    final MemoryBackend backend = new MemoryBackend();
    final ManualClock clock = new ManualClock();
    final ExecutorService executor = Executors.newCachedThreadPool();
    private final RegistryConfiguration configuration;
    private @Nullable RemoteTrees trees;
    private final List<String> requests = new ArrayList<>();

    AtomicReference<@Nullable RegistryState> current;
    RegistryStatus status;
    RegistryAssembly assembly;
    Publishing publishing;
    private List<SourceFollower> followers;
    private @Nullable RemoteFiles files;

    TestRegistry(Path directory, boolean strict) throws IOException {
        this.a = new TreeSource(Files.createDirectories(directory.resolve("a")));
        this.b = new TreeSource(Files.createDirectories(directory.resolve("b")));
        this.configuration = new RegistryConfiguration(
                strict,
                false,
                directory.resolve("data"),
                List.of(source("a"), source("b")),
                new BackendConfiguration("memory", Map.of()),
                UpkeepConfiguration.DEFAULT,
                FetchConfiguration.DEFAULT,
                StarterConfiguration.DEFAULT,
                false,
                null);
        start();
    }

    /** Restarts with the same data and backend, and restores the stored state. */
    void start() throws IOException {
        current = new AtomicReference<>();
        status = new RegistryStatus();
        assembly = new RegistryAssembly(configuration, remotes(), status, clock);
        assembly.file().load().ifPresent(kept -> {
            assembly.latestCatalogs().restore(kept.sources());
            current.set(kept);
        });
        for (String name : List.of("a", "b")) {
            status.add(new SourceStatus(name, "tree", name));
        }
        publishing = assembly.publishing(
                backend, assembly.retention(backend), executor, current, new ReadyMessage("http://localhost:8080"));
        followers = assembly.followers(
                List.of(new ConfiguredSource(source("a"), a), new ConfiguredSource(source("b"), b)),
                () -> requests.add("publish"));
    }

    private Remotes remotes() throws IOException {
        RemoteTrees.Limits limits = new RemoteTrees.Limits(1 << 20, INTERVAL, INTERVAL);
        Path directory = configuration.dataDirectory().resolve("trees");
        RemoteTrees none = RemoteTrees.offline(directory, limits, clock);
        return new Remotes(files, none, trees != null ? trees : none);
    }

    /** Restarts, and uses these trees for samples and versions from now on. */
    void start(RemoteTrees content) throws IOException {
        trees = content;
        start();
    }

    /** Restarts, and fetches from remotes from now on. */
    void start(RemoteFiles fetching) throws IOException {
        files = fetching;
        start();
    }

    private static SourceConfiguration source(String name) {
        return new SourceConfiguration(name, "tree", INTERVAL, Map.of());
    }

    /** Asks one source. */
    Optional<Duration> ask(String source) {
        return followers.get(source.equals("a") ? 0 : 1).run();
    }

    /** Asks both sources and publishes what they delivered. */
    Optional<Duration> refresh() {
        ask("a");
        ask("b");
        return publishing.run();
    }

    /** The number of publication requests of followers since the last call of this method. */
    int requests() {
        int since = requests.size();
        requests.clear();
        return since;
    }

    /** The names of the served entries. */
    List<String> served() {
        RegistryState state = current.get();
        return state == null
                ? List.of()
                : state.index().entries().stream()
                        .map(entry ->
                                entry.name() + " " + entry.versions().get(0).description())
                        .toList();
    }

    long storedFiles() throws IOException {
        try (var files = Files.list(configuration.dataDirectory().resolve("content"))) {
            return files.count();
        }
    }

    SourceStatus status(String source) {
        return status.sources().stream()
                .filter(one -> one.name().equals(source))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
