package io.devfile.registry.health;

import io.devfile.registry.refresh.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The state of the backend. Always up: the index is served without the backend, and taking this server out of service
 * would not help clients that pull. Does not wait, because the backend is checked in the background.
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
