package io.devfile.registry.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When each source is to be asked again: after its interval, or sooner and ever later where it failed. For one thread at a
 * time.
 */
final class RefreshSchedule {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final Map<String, Optional<Duration>> intervals;
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private int incomplete;
    private Optional<Instant> retry = Optional.empty();

    /** @param intervals by source; empty for never */
    RefreshSchedule(Map<String, Optional<Duration>> intervals, Instant now) {
        this.intervals = new LinkedHashMap<>(intervals);
        intervals.keySet().forEach(name -> due.put(name, now));
    }

    /** The sources to ask now. */
    Set<String> due(Instant now) {
        Set<String> names = new HashSet<>();
        due.forEach((name, at) -> {
            if (!at.isAfter(now)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Takes note of what a refresh came to. */
    void done(Set<String> asked, Refresher.Outcome outcome, Instant now) {
        for (String name : asked) {
            if (outcome.failedSources().contains(name)) {
                Duration wait = backoff(failures.merge(name, 1, Integer::sum));
                due.put(name, now.plus(shorter(wait, intervals.getOrDefault(name, Optional.empty()))));
            } else {
                failures.remove(name);
                due.remove(name);
                intervals.getOrDefault(name, Optional.empty()).ifPresent(every -> due.put(name, now.plus(every)));
            }
        }
        incomplete = outcome.complete() ? 0 : incomplete + 1;
        retry = outcome.complete() ? Optional.empty() : Optional.of(now.plus(backoff(incomplete)));
    }

    /** How long nothing is to be done; empty for ever. */
    Optional<Duration> wait(Instant now) {
        Optional<Instant> next = due.values().stream().min(Instant::compareTo);
        if (retry.isPresent() && (next.isEmpty() || retry.get().isBefore(next.get()))) {
            next = retry;
        }
        return next.map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
    }

    private static Duration backoff(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }

    private static Duration shorter(Duration wait, Optional<Duration> interval) {
        return interval.filter(every -> every.compareTo(wait) < 0).orElse(wait);
    }
}
