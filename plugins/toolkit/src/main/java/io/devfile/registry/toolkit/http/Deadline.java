package io.devfile.registry.toolkit.http;

import java.time.Duration;

/** A point in time by which something must be complete. Immutable. */
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** The deadline after a duration from now. */
    public static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** A deadline that is never reached. */
    public static Deadline never() {
        return after(Duration.ofDays(365));
    }

    /** The time until the deadline: zero or longer. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** Whether the remaining time is longer than the pause. */
    public boolean allows(Duration pause) {
        return remaining().compareTo(pause) > 0;
    }

    /** Whether there is no time left. */
    public boolean hasPassed() {
        return nanos - System.nanoTime() <= 0;
    }
}
