package io.devfile.registry.refresh;

import java.time.Duration;

/** How long to wait after failures in a row: a second first, twice as long each time, and at most a minute. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;

    /** @return how long to wait after this failure */
    Duration failed() {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    void succeeded() {
        failures = 0;
    }
}
