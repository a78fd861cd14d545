package io.devfile.registry.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How the backend is kept in order.
 *
 * @param grace how long an artifact stays after its version left the content; empty for ever
 * @param scrub how often all that is stored is verified; empty for at the start alone
 */
public record UpkeepConfiguration(Optional<Duration> grace, Optional<Duration> scrub) {

    /** What holds where nothing is configured. */
    public static final UpkeepConfiguration DEFAULT =
            new UpkeepConfiguration(Optional.of(Duration.ofDays(7)), Optional.of(Duration.ofDays(1)));
}
