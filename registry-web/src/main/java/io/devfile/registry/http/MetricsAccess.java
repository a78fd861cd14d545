package io.devfile.registry.http;

import io.devfile.registry.settings.MetricsConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.config.SettingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;

/** Decides which requests may read the metrics. */
@ApplicationScoped
public class MetricsAccess {

    private static final System.Logger LOG = System.getLogger(MetricsAccess.class.getName());

    private MetricsConfiguration configuration = new MetricsConfiguration(false, -1);

    @Inject
    private Settings settings;

    @PostConstruct
    void read() {
        try {
            configuration = MetricsConfiguration.read(settings);
        } catch (SettingException e) {
            // the server does not start because of the same error
            LOG.log(Level.ERROR, e.getMessage());
        }
    }

    /** Whether a request arrived where the metrics are. */
    public boolean isAllowed(HttpServletRequest request) {
        return configuration.enabled() && (configuration.port() < 0 || request.getLocalPort() == configuration.port());
    }

    /** Whether a request for the metrics arrived at the port that only the operator can reach. */
    boolean isOwnPort(HttpServletRequest request) {
        return configuration.port() >= 0 && request.getServletPath().equals("/metrics") && isAllowed(request);
    }
}
