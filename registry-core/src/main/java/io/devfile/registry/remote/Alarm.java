package io.devfile.registry.remote;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that set it, unless it is closed in time; never afterwards. */
final class Alarm implements AutoCloseable {

    private final Thread thread;
    private final Future<?> scheduled;
    private boolean rung;
    private boolean closed;

    Alarm(ScheduledExecutorService clock, Duration limit) {
        this.thread = Thread.currentThread();
        this.scheduled = clock.schedule(this::ring, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void ring() {
        if (!closed) {
            rung = true;
            thread.interrupt();
        }
    }

    /** Whether time is up. */
    synchronized boolean hasRung() {
        return rung;
    }

    /** An interrupt that came of this is taken back. */
    @Override
    public synchronized void close() {
        closed = true;
        scheduled.cancel(false);
        if (rung) {
            Thread.interrupted();
        }
    }
}
