package io.devfile.registry.refresh;

import io.devfile.registry.bundle.MadeBundle;
import io.devfile.registry.bundle.Missing;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.publish.Publisher;
import io.devfile.registry.settings.ConfigurationReader;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a configuration, read once: the same findings, index and artifacts as a {@link Registry} with these
 * settings has, for a command that ends afterwards. For one thread.
 */
public final class Reading implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 100;

    private final Shutdown shutdown = new Shutdown();
    private final Clock clock = Clock.systemUTC();
    private final RegistryConfiguration configuration;
    private final Plugins plugins;
    private final RegistryAssembly assembly;

    /**
     * Opens the data directory and the plugins.
     *
     * @param loader finds the plugins
     * @throws PluginException if a setting is wrong
     * @throws IOException if the data directory cannot be written
     */
    public Reading(Settings settings, ClassLoader loader) throws PluginException, IOException {
        configuration = new ConfigurationReader(settings).read();
        plugins = new Plugins(configuration, loader);
        try {
            Remotes remotes = Remotes.open(configuration, plugins, shutdown, clock);
            assembly = new RegistryAssembly(configuration, remotes, new RegistryStatus(), clock);
            shutdown.add(assembly::close);
        } catch (PluginException | IOException | RuntimeException e) {
            shutdown.stop();
            throw e;
        }
    }

    /**
     * Reads the sources and, unless the settings say {@code registry.offline}, waits up to five minutes for what their
     * content refers to.
     *
     * @throws IOException if a source delivers nothing; the message is complete
     * @throws PluginException if a setting of a source is wrong
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public RegistryState state() throws IOException, PluginException, InterruptedException {
        List<ConfiguredSource> sources = plugins.sources();
        sources.forEach(source -> shutdown.add(source::close));
        sources.forEach(source -> assembly.status()
                .add(new SourceStatus(source.name(), source.configuration().type(), source.location())));
        assembly.followers(sources, () -> {}, TIMEOUT).forEach(SourceFollower::run);
        for (SourceStatus source : assembly.status().sources()) {
            if (source.lastError() != null) {
                throw new IOException(source.lastError());
            }
        }
        Instant end = clock.instant().plus(TIMEOUT);
        boolean busy = !configuration.offline();
        while (busy && clock.instant().isBefore(end)) {
            boolean icons = isSoon(
                    assembly.builder().prepare(assembly.latestCatalogs().all()).orElse(null));
            boolean samples = isSoon(
                    assembly.builder().complete(assembly.latestCatalogs().all()).orElse(null));
            busy = icons || samples;
            if (busy) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return assembly.builder().build(assembly.latestCatalogs().all(), clock.instant());
    }

    private static boolean isSoon(@Nullable Duration wait) {
        return wait != null && wait.compareTo(SOON) < 0;
    }

    /**
     * Fetches what the content refers to and what no state has: starter projects and parents.
     *
     * @return findings about what cannot be fetched
     * @throws IOException if the disk cannot be read or written
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public List<Finding> follow(RegistryState state) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Missing missing : assembly.bundles().missing(state)) {
            Optional<Rule> rule = switch (missing.kind()) {
                case STARTER_PROJECT -> Optional.of(Rule.STARTER_PROJECT);
                case PARENT -> Optional.of(Rule.PARENT);
                case FILE -> Optional.of(Rule.RELATIVE_URI);
                // the state has findings about these
                case ICON, DEVFILE -> Optional.empty();
            };
            // the finding that a bundle is too large belongs to no entry
            Place place = state.entry(missing.entry())
                    .map(entry -> new Place(entry.source(), file(entry, missing.version()), "", Position.UNKNOWN))
                    .orElse(new Place("", "", "", Position.UNKNOWN));
            rule.ifPresent(one -> findings.add(new Finding(
                    Severity.WARNING,
                    one,
                    place,
                    "The " + missing.kind().title() + " " + missing.what() + " is not available. "
                            + missing.reason())));
        }
        return findings;
    }

    private static String file(CatalogEntry entry, String version) {
        if (entry.directory().isEmpty()) {
            return "extraDevfileEntries.yaml";
        }
        String directory = "stacks/" + entry.directory() + "/" + (entry.stackYaml() == null ? "" : version + "/");
        return entry.content(version)
                .map(content -> directory + content.devfile())
                .orElse(directory);
    }

    /**
     * Pushes the artifacts of a state to the backend of the settings.
     *
     * @throws PluginException if the settings of the backend are wrong
     * @throws OciBackendException at the first artifact that cannot be pushed
     */
    public Publisher.Result push(RegistryState state, ScheduledExecutorService executor)
            throws PluginException, OciBackendException {
        OciBackend backend = plugins.backend(false);
        try {
            return new Publisher(backend, assembly.store(), executor)
                    .publish(
                            state.catalog(),
                            configuration.sources().stream()
                                    .map(source -> source.name())
                                    .collect(Collectors.toSet()));
        } finally {
            backend.close();
        }
    }

    /**
     * Makes a bundle.
     *
     * @param incomplete whether to make an archive if something is missing
     * @return to be closed by the caller
     * @throws IOException if the disk cannot be read or written
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public MadeBundle bundle(RegistryState state, boolean incomplete) throws IOException, InterruptedException {
        return assembly.bundles().make(state, incomplete).orElseThrow();
    }

    @Override
    public void close() {
        shutdown.stop();
    }
}
