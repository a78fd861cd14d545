package io.devfile.registry.refresh;

import java.time.Duration;

/** The delay after consecutive failures: one second at first, then doubled each time, at most one minute. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;

    /** @return the delay after this failure */
    Duration failed() {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    void succeeded() {
        failures = 0;
    }
}
