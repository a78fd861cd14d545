package io.devfile.registry.refresh;

import io.devfile.registry.publish.Retention;
import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Removes the artifacts whose retention period has ended. */
final class RetentionTask implements Repeater.Task {

    private static final System.Logger LOG = System.getLogger(RetentionTask.class.getName());

    /** Precise enough for a retention period of days. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Retention retention;
    private final Duration interval;
    private final Clock clock;

    /** @param grace the retention period after an artifact left the content */
    RetentionTask(Retention retention, Duration grace, Clock clock) {
        this.retention = retention;
        Duration tenth = grace.dividedBy(10);
        this.interval = tenth.compareTo(LONGEST) > 0 ? LONGEST : tenth.compareTo(SHORTEST) < 0 ? SHORTEST : tenth;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> run() {
        try {
            retention.removeDue(clock.instant());
        } catch (OciBackendException e) {
            LOG.log(
                    Level.WARNING,
                    "Artifacts that are no longer in the content could not be removed yet: " + e.getMessage());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The removed artifacts could not be recorded. Check that the data directory has free space.",
                    e);
        }
        return Optional.of(interval);
    }
}
