package io.devfile.registry.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Refreshes whenever the schedule says so, one refresh at a time, until it is stopped. */
final class RefreshLoop {

    private static final Logger LOG = Logger.getLogger(RefreshLoop.class.getName());
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(1);

    private final Refresher refresher;
    private final RefreshSchedule schedule;
    private final ScheduledExecutorService executor;
    private final Clock clock;
    private boolean stopped;
    private Future<?> next = CompletableFuture.completedFuture(null);

    RefreshLoop(Refresher refresher, RefreshSchedule schedule, ScheduledExecutorService executor, Clock clock) {
        this.refresher = refresher;
        this.schedule = schedule;
        this.executor = executor;
        this.clock = clock;
    }

    /** Refreshes in this thread, and goes on in others. */
    void run() {
        Duration wait;
        try {
            Instant now = clock.instant();
            Set<String> due = schedule.due(now);
            schedule.done(due, refresher.refresh(due), clock.instant());
            wait = schedule.wait(clock.instant()).orElse(Duration.ZERO);
            if (schedule.wait(clock.instant()).isEmpty()) {
                return;
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    "A refresh failed for a reason that it should not; it is tried again in a minute.",
                    e);
            wait = AFTER_DEFECT;
        }
        again(wait);
    }

    private synchronized void again(Duration wait) {
        if (!stopped) {
            try {
                next = executor.schedule(this::run, wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.FINE, "The server is stopping; there are no more refreshes.", e);
            }
        }
    }

    /** Interrupts a refresh that is under way, and begins no other. */
    synchronized void stop() {
        stopped = true;
        next.cancel(true);
    }
}
