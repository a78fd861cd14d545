package io.devfile.registry.boot;

import io.devfile.registry.config.BackendConfiguration;
import io.devfile.registry.config.RegistryConfiguration;
import io.devfile.registry.config.SourceConfiguration;
import io.devfile.registry.fixture.MemoryBackend;
import io.devfile.registry.fixture.TreeSource;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two sources, a and b, and all that a refresh takes them through. */
final class TestRegistry {

    static final Set<String> ALL = Set.of("a", "b");

    final TreeSource a;
    final TreeSource b;
    final MemoryBackend backend = new MemoryBackend();
    final RegistryStatus status = new RegistryStatus();
    final ManualClock clock = new ManualClock();
    final RegistryAssembly assembly;
    final CurrentState current = new CurrentState();
    final Refresher refresher;
    private final Path data;

    TestRegistry(Path directory, boolean strict) throws IOException {
        this.data = directory.resolve("data");
        this.a = new TreeSource(Files.createDirectories(directory.resolve("a")));
        this.b = new TreeSource(Files.createDirectories(directory.resolve("b")));
        this.assembly = new RegistryAssembly(new RegistryConfiguration(
                "ours", false, strict, false, data, List.of(), new BackendConfiguration("memory", Map.of())));
        this.refresher = refresher(current);
        for (String name : List.of("a", "b")) {
            status.add(new SourceStatus(name, "tree", name, Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    /** One as after a start, with the same backend and data. */
    Refresher refresher(CurrentState state) {
        return new Refresher(
                assembly.parts(List.of(configured("a", a), configured("b", b)), backend), state, status, clock);
    }

    private static ConfiguredSource configured(String name, TreeSource source) {
        return new ConfiguredSource(new SourceConfiguration(name, "tree", Optional.empty(), Map.of()), source);
    }

    /** The names of the entries that are served. */
    List<String> served() {
        return current.get()
                .map(state -> state.index().entries().stream()
                        .map(entry ->
                                entry.name() + " " + entry.versions().get(0).description())
                        .toList())
                .orElse(List.of());
    }

    long storedFiles() throws IOException {
        try (var files = Files.list(data.resolve("content"))) {
            return files.count();
        }
    }

    Optional<String> error(String source) {
        return status.sources().stream()
                .filter(one -> one.name().equals(source))
                .findFirst()
                .flatMap(SourceStatus::lastError);
    }
}
