package io.devfile.registry.health;

import io.devfile.registry.publish.CurrentBackend;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up when artifacts can be pulled. Asks the backend at most every few seconds, however often it is asked itself. */
@Readiness
@ApplicationScoped
public class BackendCheck implements HealthCheck {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Probe(Instant at, Optional<String> failure) {}

    @Inject
    private CurrentBackend current;

    private Optional<Probe> last = Optional.empty();

    @Override
    public HealthCheckResponse call() {
        Optional<OciBackend> backend = current.get();
        if (backend.isEmpty()) {
            return HealthCheckResponse.down("backend");
        }
        Optional<String> failure = failure(backend.get());
        var response = HealthCheckResponse.named("backend")
                .status(failure.isEmpty())
                .withData("location", backend.get().location());
        failure.ifPresent(why -> response.withData("error", why));
        return response.build();
    }

    private synchronized Optional<String> failure(OciBackend backend) {
        Instant now = Instant.now();
        if (last.filter(probe -> probe.at().plus(FRESH).isAfter(now)).isEmpty()) {
            last = Optional.of(new Probe(now, probe(backend)));
        }
        return last.flatMap(Probe::failure);
    }

    private static Optional<String> probe(OciBackend backend) {
        try {
            backend.probe();
            return Optional.empty();
        } catch (OciBackendException e) {
            return Optional.of(e.getMessage());
        } catch (IllegalStateException e) {
            return Optional.of("The backend is closed, because the server is stopping.");
        }
    }
}
