package io.devfile.registry.refresh;

import io.devfile.registry.publish.RegistryBackend;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;

/** Probes the backend every few seconds, so that health checks do not have to wait for it. */
final class Probing implements Repeater.Task {

    private static final Logger LOG = Logger.getLogger(Probing.class.getName());

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final RegistryBackend backend;

    Probing(RegistryBackend backend) {
        this.backend = backend;
    }

    @Override
    public Optional<Duration> run() {
        Optional<String> before = backend.failure();
        backend.probe();
        Optional<String> after = backend.failure();
        if (before.isEmpty() && after.isPresent()) {
            LOG.warning(() -> "The OCI backend does not work: " + after.get());
        } else if (before.isPresent() && after.isEmpty()) {
            LOG.info("The OCI backend works again.");
        }
        return Optional.of(INTERVAL);
    }
}
