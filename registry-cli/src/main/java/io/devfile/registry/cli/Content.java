package io.devfile.registry.cli;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.refresh.Reading;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks below a directory, read once into a temporary data directory, which is removed at the end. */
final class Content implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Content.class.getName());
    private static final int REMOVALS = 5;

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
        Path data = temporary();
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
            // this says only that the check was not asked to use the network
            findings.removeIf(finding -> finding.rule() == Rule.NOT_FETCHED);
        }
        return findings;
    }

    /** Whether the index and the artifacts lack something that the directory has. */
    boolean isIncomplete() {
        return state.catalog().findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Override
    public void close() {
        reading.close();
        remove(data);
    }

    /** A new temporary directory, which is removed when the program ends, if {@link #remove} did not do it before. */
    static Path temporary() throws IOException {
        Path directory = Files.createTempDirectory("devfile-registry");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
        return directory;
    }

    /** Removes a directory as far as possible; a fetch that ends late may still write to it. */
    static void remove(Path directory) {
        for (int i = 0; i < REMOVALS && Files.exists(directory); i++) {
            try {
                DurableFiles.deleteTree(directory);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A temporary directory could not be removed.", e);
            }
        }
    }
}
