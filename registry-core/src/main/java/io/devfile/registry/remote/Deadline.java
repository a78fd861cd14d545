package io.devfile.registry.remote;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that created it, unless it is closed in time; never after it is closed. */
final class Deadline implements AutoCloseable {

    private final Thread thread;
    private final Future<?> scheduled;
    private boolean passed;
    private boolean closed;

    Deadline(ScheduledExecutorService clock, Duration limit) {
        this.thread = Thread.currentThread();
        this.scheduled = clock.schedule(this::pass, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void pass() {
        if (!closed) {
            passed = true;
            thread.interrupt();
        }
    }

    /** Whether the time limit was exceeded. */
    synchronized boolean hasPassed() {
        return passed;
    }

    /** Clears an interrupt that was caused by this deadline. */
    @Override
    public synchronized void close() {
        closed = true;
        scheduled.cancel(false);
        if (passed) {
            Thread.interrupted();
        }
    }
}
