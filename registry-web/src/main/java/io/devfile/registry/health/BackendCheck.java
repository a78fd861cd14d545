package io.devfile.registry.health;

import io.devfile.registry.refresh.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the backend is doing. Always up: the index is served without it, and to take this server away would not help those who
 * pull. Waits for nothing: the backend is asked in the background.
 */
@Readiness
@ApplicationScoped
public class BackendCheck implements HealthCheck {

    @Inject
    private Registry registry;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("backend")
                .up()
                .withData("state", StateCheck.state(registry.backend().works()));
        registry.status()
                .lastScrub()
                .ifPresent(scrub -> response.withData("lastScrub", scrub.at().toString())
                        .withData("damaged", scrub.damages().size()));
        return response.build();
    }
}
