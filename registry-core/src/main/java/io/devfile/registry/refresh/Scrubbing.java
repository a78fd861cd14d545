package io.devfile.registry.refresh;

import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.state.RegistryStatus;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the backend verify all its content, and pushes damaged content again. Some backends leave this check to the
 * registry behind them. So all artifacts are also checked again, because they may have been deleted there.
 */
final class Scrubbing implements Repeater.Task {

    private static final System.Logger LOG = System.getLogger(Scrubbing.class.getName());

    private final OciBackend backend;
    private final @Nullable Duration interval;
    private final Runnable healing;
    private final RegistryStatus status;
    private final Clock clock;
    private boolean first = true;

    /**
     * @param interval the time between runs; null for a single run
     * @param healing is run if something may be missing
     */
    Scrubbing(OciBackend backend, @Nullable Duration interval, Runnable healing, RegistryStatus status, Clock clock) {
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
            damages.forEach(damage -> LOG.log(
                    Level.WARNING,
                    () -> "The OCI backend had damaged content, which is removed and pushed again: " + damage));
            status.scrubbed(damages, clock.instant());
            // at the start everything is checked anyway
            if (!first || !damages.isEmpty()) {
                healing.run();
            }
            first = false;
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, "The OCI backend could not be verified: " + e.getMessage());
            status.scrubFailed(e.getMessage(), clock.instant());
        }
        return Optional.ofNullable(interval);
    }
}
