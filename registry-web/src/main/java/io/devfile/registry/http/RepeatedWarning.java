package io.devfile.registry.http;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * Logs a warning at most once in ten seconds, because untrusted clients can cause it, with the number of warnings that
 * were omitted before. Thread-safe.
 */
public final class RepeatedWarning {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final System.Logger log;
    private long last = System.nanoTime() - INTERVAL;
    private int omitted;

    public RepeatedWarning(System.Logger log) {
        this.log = log;
    }

    public synchronized void log(String message) {
        long now = System.nanoTime();
        if (now - last < INTERVAL) {
            omitted++;
            return;
        }
        log.log(
                Level.WARNING,
                omitted == 0 ? message : message + " Similar warnings that were not logged before: " + omitted + ".");
        last = now;
        omitted = 0;
    }
}
