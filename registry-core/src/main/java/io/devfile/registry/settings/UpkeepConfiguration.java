package io.devfile.registry.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How the backend is maintained.
 *
 * @param grace the retention period of an artifact after its version left the content; empty for unlimited
 * @param scrub the interval between verifications of all stored content; empty for only at the start
 */
public record UpkeepConfiguration(Optional<Duration> grace, Optional<Duration> scrub) {

    /** The default values. */
    public static final UpkeepConfiguration DEFAULT =
            new UpkeepConfiguration(Optional.of(Duration.ofDays(7)), Optional.of(Duration.ofDays(1)));
}
