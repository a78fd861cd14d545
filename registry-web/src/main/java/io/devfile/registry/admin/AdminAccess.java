package io.devfile.registry.admin;

import io.devfile.registry.settings.AdminConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;

/** The secrets that open the administrative addresses. An address without one is closed to everybody. */
@ApplicationScoped
public class AdminAccess {

    private static final Logger LOG = Logger.getLogger(AdminAccess.class.getName());

    private AdminConfiguration secrets = new AdminConfiguration(Optional.empty(), Optional.empty());

    @Inject
    private Settings settings;

    @PostConstruct
    void read() {
        try {
            secrets = AdminConfiguration.read(settings);
        } catch (SettingException e) {
            // the registry does not open because of the same, and health checks tell it
            LOG.severe(e.getMessage());
        }
    }

    /** What callers of {@code /api} show as a bearer token. */
    Optional<Secret> apiToken() {
        return secrets.apiToken();
    }

    /** What forges sign their webhooks with. */
    Optional<Secret> hookSecret() {
        return secrets.hookSecret();
    }
}
