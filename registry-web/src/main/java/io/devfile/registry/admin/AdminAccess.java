package io.devfile.registry.admin;

import io.devfile.registry.settings.AdminConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The secrets of the administrative endpoints. An endpoint without a configured secret is closed to all clients. */
@ApplicationScoped
public class AdminAccess {

    private static final System.Logger LOG = System.getLogger(AdminAccess.class.getName());

    private AdminConfiguration secrets = new AdminConfiguration(null, null);

    @Inject
    private Settings settings;

    @PostConstruct
    void read() {
        try {
            secrets = AdminConfiguration.read(settings);
        } catch (SettingException e) {
            // the registry does not open because of the same error, and health checks report it
            LOG.log(Level.ERROR, e.getMessage());
        }
    }

    /** The bearer token that callers of {@code /api} send. */
    Optional<Secret> apiToken() {
        return Optional.ofNullable(secrets.apiToken());
    }

    /** The secret with which forges sign their webhooks. */
    Optional<Secret> hookSecret() {
        return Optional.ofNullable(secrets.hookSecret());
    }
}
