package io.devfile.registry.admin;

import io.devfile.registry.spi.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The secrets that open the administrative addresses. An address without one is closed to everybody. */
@ApplicationScoped
public class AdminAccess {

    private record Secrets(Optional<Secret> apiToken, Optional<Secret> hookSecret) {}

    private volatile Secrets secrets = new Secrets(Optional.empty(), Optional.empty());

    public void configure(Optional<Secret> apiToken, Optional<Secret> hookSecret) {
        secrets = new Secrets(apiToken, hookSecret);
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
