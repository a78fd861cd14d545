package io.devfile.registry.http;

import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Logs a warning at most once in ten seconds, because untrusted clients can cause it, with the number of warnings that
 * were omitted before. Thread-safe.
 */
public final class RepeatedWarning {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final Logger log;
    private long last = System.nanoTime() - INTERVAL;
    private int omitted;

    public RepeatedWarning(Logger log) {
        this.log = log;
    }

    public synchronized void log(String message) {
        long now = System.nanoTime();
        if (now - last < INTERVAL) {
            omitted++;
            return;
        }
        log.warning(omitted == 0 ? message : message + " This message was omitted " + omitted + " times before.");
        last = now;
        omitted = 0;
    }
}
