package io.devfile.registry.boot;

import io.devfile.registry.refresh.Registry;
import io.devfile.registry.settings.ServerConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.config.SettingException;
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
import java.lang.System.Logger.Level;

/**
 * Opens the registry. The start returns at once, so that probes are answered during the first refresh: the registry is
 * live from the beginning, and ready as soon as there is a state to serve, which may be the state of an earlier run.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Bootstrapper {

    private static final System.Logger LOG = System.getLogger(Bootstrapper.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource
    private ContextService contexts;

    @Inject
    private Settings settings;

    @Inject
    private Registry registry;

    @PostConstruct
    void start() {
        try {
            ServerConfiguration server = ServerConfiguration.read(settings);
            executor.submit(() -> registry.open(
                    settings,
                    new Registry.Environment(
                            Thread.currentThread().getContextClassLoader(),
                            executor,
                            contexts::contextualRunnable,
                            server.address())));
            executor.submit(() -> checkPort(server));
        } catch (SettingException e) {
            LOG.log(Level.ERROR, e.getMessage());
            // nothing is open yet; an orderly end would finish the start first, and report that the server is ready
            Runtime.getRuntime().halt(1);
        }
    }

    @PreDestroy
    void stop() {
        registry.close();
    }

    /** Stops a server that cannot be reached, so that it does not look ready. */
    private void checkPort(ServerConfiguration server) {
        if (server.httpPort() <= 0) {
            return;
        }
        try {
            new PortCheck(server.httpPort(), registry.status().identity())
                    .problem()
                    .ifPresent(this::end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(String problem) {
        LOG.log(Level.ERROR, problem);
        registry.close();
        System.exit(1);
    }
}
