package io.devfile.registry.refresh;

import io.devfile.registry.bundle.Bundles;
import io.devfile.registry.change.ChangeLog;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.event.Events;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.publish.Retention;
import io.devfile.registry.publish.ServedArtifacts;
import io.devfile.registry.settings.ConfigurationReader;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.starter.StarterZips;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A devfile registry: it follows its sources, publishes their content, and holds the state from which requests are
 * answered. All code that serves requests, checks health or shows pages gets the state from here. Thread-safe; each
 * method returns at once, except {@link #open} and {@link #close}.
 */
public final class Registry implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Registry.class.getName());

    private final Clock clock;
    private final RegistryStatus status = new RegistryStatus();
    private final AtomicReference<@Nullable RegistryState> state = new AtomicReference<>();
    private final RegistryBackend backend = new RegistryBackend();
    private final ServedArtifacts artifacts = new ServedArtifacts(() -> Optional.ofNullable(state.get()));
    private final Shutdown shutdown = new Shutdown();
    private volatile @Nullable ContentStore content;
    private volatile @Nullable StarterZips starters;
    private volatile @Nullable Bundles bundles;
    private volatile @Nullable ChangeLog changes;
    private volatile @Nullable Events events;
    private volatile @Nullable Activities activities;

    /**
     * The objects that the surrounding program provides.
     *
     * @param plugins finds the plugins
     * @param executor runs the background activities
     * @param context makes an action run in the context of this thread, on any thread of a plugin
     * @param address the address at which a browser on this machine reaches the registry
     */
    public record Environment(
            ClassLoader plugins, ScheduledExecutorService executor, UnaryOperator<Runnable> context, String address) {}

    /** A registry that is not open yet and has nothing to serve. */
    public Registry(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens the data directory and the plugins, restores the state of an earlier run, and starts to follow the sources.
     * A failure is logged and recorded in {@link #status}; the registry then has no state.
     */
    public void open(Settings settings, Environment environment) {
        try {
            open(new ConfigurationReader(settings).read(), environment);
        } catch (PluginException e) {
            fail(e.getMessage(), e);
        } catch (IOException e) {
            fail(
                    "Tried to open the data directory, but it failed: "
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + ". Set registry.data.dir to a directory that the server can write.",
                    e);
        } catch (RuntimeException | Error e) {
            // no other code handles exceptions of the thread that runs the start
            fail("The registry could not start because of a defect: " + e + ". See the log.", e);
        }
    }

    private void open(RegistryConfiguration configuration, Environment environment)
            throws PluginException, IOException {
        Plugins plugins = new Plugins(configuration, environment.plugins());
        Remotes remotes = Remotes.open(configuration, plugins, shutdown, clock);
        ReadyMessage message = new ReadyMessage(environment.address());
        RegistryAssembly assembly = new RegistryAssembly(configuration, remotes, status, clock);
        shutdown.add(assembly::close);
        starters = assembly.starters();
        content = assembly.store();
        bundles = assembly.bundles();
        changes = assembly.changes();
        events = assembly.events().orElse(null);
        List<ConfiguredSource> sources = plugins.sources();
        for (ConfiguredSource source : sources) {
            shutdown.add(source::close);
            status.add(new SourceStatus(source.name(), source.configuration().type(), source.location()));
        }
        OciBackend made = plugins.backend(configuration.offline());
        backend.set(made);
        if (!shutdown.add(backend::close)) {
            return;
        }
        assembly.file().load().ifPresent(kept -> restore(kept, assembly, message));
        Retention retention = assembly.retention(made);
        Publishing publishing = assembly.publishing(made, retention, environment.executor(), state, message);
        Activities following =
                new Activities(assembly, publishing, retention, sources, backend, environment.executor());
        if (shutdown.add(following::stop)) {
            backend.onSuspicion(following::verify, following::heal);
            assembly.store().onDamage(following::readAgain);
            activities = following;
            following.start(sources, environment.context());
        }
    }

    private void restore(RegistryState kept, RegistryAssembly assembly, ReadyMessage message) {
        assembly.latestCatalogs().restore(kept.sources());
        if (!assembly.latestCatalogs().haveAll()) {
            LOG.log(
                    Level.INFO,
                    "The configuration of the sources differs from the earlier run; nothing is served until the"
                            + " sources deliver");
            return;
        }
        assembly.changes().record(kept);
        state.set(kept);
        kept.sources().forEach(source -> status.update(source.source(), one -> one.serving(source.revision())));
        message.tell(kept, null);
        LOG.log(
                Level.INFO,
                () -> "Serving the state of " + kept.builtAt() + " from an earlier run until the sources deliver");
    }

    private void fail(String why, Throwable e) {
        status.startFailed(why);
        LOG.log(Level.ERROR, why, e);
    }

    /**
     * The state that is being served; empty before the first one. Code that answers a request must call this only once.
     */
    public Optional<RegistryState> state() {
        return Optional.ofNullable(state.get());
    }

    /** The status of the registry; available from the beginning. */
    public RegistryStatus status() {
        return status;
    }

    /** The store with the files of the state; empty until the data directory is open. */
    public Optional<ContentStore> content() {
        return Optional.ofNullable(content);
    }

    /** The backend to which artifacts are pushed and from which they are pulled. */
    public RegistryBackend backend() {
        return backend;
    }

    /** The artifacts that the served index refers to. */
    public ServedArtifacts artifacts() {
        return artifacts;
    }

    /** Fetches starter projects; empty until the data directory is open. */
    public Optional<StarterZips> starters() {
        return Optional.ofNullable(starters);
    }

    /** Creates bundles; empty until the data directory is open. */
    public Optional<Bundles> bundles() {
        return Optional.ofNullable(bundles);
    }

    /** The last changes of the content; empty until the data directory is open. */
    public Optional<ChangeLog> changes() {
        return Optional.ofNullable(changes);
    }

    /** Takes reports of use; empty if no events are sent. */
    public Optional<Events> events() {
        return Optional.ofNullable(events);
    }

    /**
     * Requests that sources are asked for changes before their next interval. If requests arrive while a source is
     * being asked, it is asked once more.
     *
     * @param source the name of a source; null for all sources
     * @return the names of the sources that will be asked; empty if there is no such source, or if the registry is not
     *     open
     */
    public List<String> refresh(@Nullable String source) {
        Activities following = activities;
        return following != null ? following.request(source) : List.of();
    }

    /**
     * Stops everything, including an {@link #open} that is still running, and waits a short time for running
     * activities. A closed registry has no state.
     */
    @Override
    public void close() {
        shutdown.stop();
        // a server that replaces the application may ask the health of the old one once more
        state.set(null);
    }
}
