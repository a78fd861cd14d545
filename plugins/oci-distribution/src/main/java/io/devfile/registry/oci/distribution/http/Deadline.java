package io.devfile.registry.oci.distribution.http;

import java.time.Duration;

/** A moment by which something has to be done. */
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** The moment that is so far from now. */
    public static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** A moment that never comes. */
    public static Deadline never() {
        return after(Duration.ofDays(365));
    }

    /** How long it is until then: zero or longer. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** Whether it is longer until then than this. */
    public boolean allows(Duration pause) {
        return remaining().compareTo(pause) > 0;
    }
}
