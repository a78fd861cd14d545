package io.devfile.registry.cli;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.refresh.Reading;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.state.RegistryState;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stacks below a directory, read once into a temporary data directory, which is removed at the end. */
final class Content implements AutoCloseable {

    /** Findings of these rules say, without the network, only that there is no network. */
    private static final Set<Rule> OF_REMOTES = Set.of(Rule.GIT_REFERENCE, Rule.SAMPLE_CONTENT);

    private final Path data;
    private final boolean online;
    private final Reading reading;
    private final RegistryState state;

    private Content(Path data, boolean online, Reading reading, RegistryState state) {
        this.data = data;
        this.online = online;
        this.reading = reading;
        this.state = state;
    }

    /**
     * Reads a registry repository.
     *
     * @param online whether to fetch what the content refers to
     * @param more settings of the registry in addition
     */
    static Content read(Path directory, boolean online, Map<String, String> more)
            throws IOException, PluginException, InterruptedException {
        Path data = Files.createTempDirectory("devfile-registry");
        Map<String, String> values = new HashMap<>(more);
        values.put("registry.data.dir", data.toString());
        values.put("registry.sources", "content");
        values.put("registry.source.content.type", "filesystem");
        values.put("registry.source.content.path", directory.toAbsolutePath().toString());
        values.put("registry.source.content.watch", "false");
        values.put("registry.offline", Boolean.toString(!online));
        Reading reading = null;
        try {
            reading = new Reading(settings(values), Content.class.getClassLoader());
            return new Content(data, online, reading, reading.state());
        } catch (IOException | PluginException | InterruptedException | RuntimeException e) {
            if (reading != null) {
                reading.close();
            }
            remove(data);
            throw e;
        }
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
            }

            @Override
            public Iterable<String> names() {
                return values.keySet();
            }
        };
    }

    RegistryState state() {
        return state;
    }

    Reading reading() {
        return reading;
    }

    /** The findings; online, also those about starter projects and parents at remotes. */
    List<Finding> findings() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>(state.catalog().findings());
        if (online) {
            findings.addAll(reading.follow(state));
        } else {
            findings.removeIf(finding -> OF_REMOTES.contains(finding.rule()));
        }
        return findings;
    }

    /** Whether the index and the artifacts lack something that the directory has. */
    boolean isIncomplete() {
        return state.catalog().findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Override
    public void close() throws IOException {
        reading.close();
        remove(data);
    }

    static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
