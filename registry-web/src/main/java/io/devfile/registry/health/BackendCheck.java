package io.devfile.registry.health;

import io.devfile.registry.publish.CurrentBackend;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.ScrubStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up when artifacts can be pulled. Asks the backend at most every few seconds, however often it is asked itself. */
@Readiness
@ApplicationScoped
public class BackendCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BackendCheck.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Probe(Instant at, Optional<String> failure) {}

    @Inject
    private CurrentBackend current;

    @Inject
    private RegistryStatus status;

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
        status.lastScrub().ifPresent(scrub -> describe(scrub, response));
        return response.build();
    }

    private static void describe(ScrubStatus scrub, HealthCheckResponseBuilder response) {
        response.withData("lastScrub", scrub.at().toString());
        response.withData("damaged", scrub.damages().size());
        scrub.failure().ifPresent(why -> response.withData("scrubFailure", why));
    }

    private synchronized Optional<String> failure(OciBackend backend) {
        Instant now = Instant.now();
        if (last.filter(probe -> probe.at().plus(FRESH).isAfter(now)).isEmpty()) {
            Optional<String> before = last.flatMap(Probe::failure);
            last = Optional.of(new Probe(now, probe(backend)));
            logChange(backend, before, last.flatMap(Probe::failure));
        }
        return last.flatMap(Probe::failure);
    }

    private static void logChange(OciBackend backend, Optional<String> before, Optional<String> after) {
        if (before.isEmpty() && after.isPresent()) {
            LOG.warning(() -> "The OCI backend does not work: " + after.get());
        } else if (before.isPresent() && after.isEmpty()) {
            LOG.info(() -> "The OCI backend at " + backend.location() + " works again");
        }
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
