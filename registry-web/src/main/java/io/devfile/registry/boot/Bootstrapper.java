package io.devfile.registry.boot;

import io.devfile.registry.admin.AdminAccess;
import io.devfile.registry.bundle.Bundles;
import io.devfile.registry.bundle.CurrentBundles;
import io.devfile.registry.config.AdminConfiguration;
import io.devfile.registry.config.ConfigurationReader;
import io.devfile.registry.config.RegistryConfiguration;
import io.devfile.registry.config.ServerConfiguration;
import io.devfile.registry.content.CurrentContent;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.publish.CurrentBackend;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.starter.CurrentStarters;
import io.devfile.registry.starter.StarterZips;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RefreshRequests;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Starts the registry. The start returns at once, so that probes are answered while the first refresh runs: the registry
 * is live from the beginning, and ready once there is a state to serve, be it that of an earlier run.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Bootstrapper {

    private static final Logger LOG = Logger.getLogger(Bootstrapper.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource
    private ContextService contexts;

    @Inject
    private Config config;

    @Inject
    private CurrentState state;

    @Inject
    private CurrentContent content;

    @Inject
    private CurrentBackend backend;

    @Inject
    private CurrentStarters starters;

    @Inject
    private CurrentBundles bundles;

    @Inject
    private RegistryStatus status;

    @Inject
    private RefreshRequests requests;

    @Inject
    private AdminAccess access;

    private final Clock clock = Clock.systemUTC();
    private final StopSwitch stopSwitch = new StopSwitch();

    @PostConstruct
    void start() {
        try {
            ServerConfiguration server = ServerConfiguration.read(config);
            executor.submit(() -> boot(server));
            executor.submit(() -> checkPort(server));
        } catch (SettingException e) {
            // not on this thread, which the server waits for when it ends
            executor.submit(() -> end(e.getMessage()));
        }
    }

    @PreDestroy
    void stop() {
        stopSwitch.stop();
    }

    private void boot(ServerConfiguration server) {
        try {
            // first of all, so that /api/status tells what is wrong with the rest
            AdminConfiguration admin = AdminConfiguration.read(config);
            access.configure(admin.apiToken(), admin.hookSecret());
            RegistryConfiguration configuration = new ConfigurationReader(config).read();
            Plugins plugins = new Plugins(configuration, Thread.currentThread().getContextClassLoader());
            Remotes remotes = Remotes.open(configuration, plugins, stopSwitch, clock);
            StarterZips zips =
                    new StarterZips(remotes.starters(), configuration.starters().timeout());
            starters.set(zips);
            ReadyMessage message = new ReadyMessage(server.address());
            RegistryAssembly assembly = new RegistryAssembly(configuration, remotes, state, status, message, clock);
            stopSwitch.add(() -> assembly.icons().close());
            stopSwitch.add(() -> assembly.samples().close());
            content.set(assembly.store());
            bundles.set(Bundles.open(
                    configuration.dataDirectory().resolve("bundle"), assembly.store(), remotes.files(), zips));
            List<ConfiguredSource> sources = plugins.sources();
            for (ConfiguredSource source : sources) {
                stopSwitch.add(source::close);
                status.add(initial(source));
            }
            OciBackend made = plugins.backend();
            backend.set(made);
            if (!stopSwitch.add(backend::close)) {
                return;
            }
            assembly.file().load().ifPresent(kept -> restore(kept, assembly.deliveries(), message));
            Activities activities =
                    new Activities(assembly, sources, backend, made, configuration.upkeep(), status, clock, executor);
            if (stopSwitch.add(activities::stop)) {
                backend.onSuspicion(activities::verify, activities::heal);
                assembly.store().onDamage(activities::readAgain);
                requests.listen(activities::request);
                activities.start(sources, contexts::contextualRunnable);
            }
        } catch (PluginException e) {
            fail(e.getMessage(), e);
        } catch (IOException e) {
            fail(
                    "Tried to open the data directory, but " + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + ". Set registry.data.dir to a directory that the server can write.",
                    e);
        } catch (RuntimeException | Error e) {
            // nobody looks at what this thread throws
            fail("The registry could not start because of a defect: " + e + ". See the log.", e);
        }
    }

    /** A server that cannot be reached ends, instead of looking ready. */
    private void checkPort(ServerConfiguration server) {
        if (server.httpPort() <= 0) {
            return;
        }
        try {
            new PortCheck(server.httpPort(), status.identity()).problem().ifPresent(this::end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(String problem) {
        LOG.severe(problem);
        stopSwitch.stop();
        System.exit(1);
    }

    private void restore(RegistryState kept, Deliveries deliveries, ReadyMessage message) {
        deliveries.restore(kept.sources());
        if (!deliveries.haveAll()) {
            LOG.info(
                    "The sources are not configured as in the earlier run; nothing is served until they have answered");
            return;
        }
        state.swap(kept);
        kept.sources().forEach(source -> status.update(source.source(), one -> one.serving(source.revision())));
        message.tell(kept, Optional.empty());
        LOG.info(() -> "Serving the state of " + kept.builtAt() + " from an earlier run until the sources deliver");
    }

    private void fail(String why, Throwable e) {
        status.startFailed(why);
        LOG.log(Level.SEVERE, why, e);
    }

    private static SourceStatus initial(ConfiguredSource source) {
        return new SourceStatus(source.name(), source.configuration().type(), source.location());
    }
}
