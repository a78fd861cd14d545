package io.devfile.registry.refresh;

import io.devfile.registry.publish.RegistryBackend;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Probes the backend every few seconds, so that health checks do not have to wait for it. */
final class Probing implements Repeater.Task {

    private static final System.Logger LOG = System.getLogger(Probing.class.getName());

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
            LOG.log(Level.WARNING, () -> "The OCI backend does not work: " + after.get());
        } else if (before.isPresent() && after.isEmpty()) {
            LOG.log(Level.INFO, "The OCI backend works again.");
        }
        return Optional.of(INTERVAL);
    }
}
