package io.devfile.registry.refresh;

import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.state.RegistryStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the backend look at all that it keeps, and what it found to be damaged pushed again. Of a backend that leaves this to
 * the registry behind it, every artifact is looked for again, because somebody may have deleted it there.
 */
final class Scrubbing implements Repeater.Task {

    private static final Logger LOG = Logger.getLogger(Scrubbing.class.getName());

    private final OciBackend backend;
    private final Optional<Duration> interval;
    private final Runnable healing;
    private final RegistryStatus status;
    private final Clock clock;
    private boolean first = true;

    /**
     * @param interval how often; empty for once
     * @param healing what to do where something may be missing
     */
    Scrubbing(OciBackend backend, Optional<Duration> interval, Runnable healing, RegistryStatus status, Clock clock) {
        this.backend = backend;
        this.interval = interval;
        this.healing = healing;
        this.status = status;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> run() {
        try {
            List<Damage> damages = backend.scrub();
            damages.forEach(damage -> LOG.warning(
                    () -> "The OCI backend had damaged content, which is taken away and pushed again: " + damage));
            status.scrubbed(damages, clock.instant());
            // at the start everything is looked for anyway
            if (!first || !damages.isEmpty()) {
                healing.run();
            }
            first = false;
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, "The OCI backend was not verified: " + e.getMessage());
            status.scrubFailed(e.getMessage(), clock.instant());
        }
        return interval;
    }
}
