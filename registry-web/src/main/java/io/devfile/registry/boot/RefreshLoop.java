package io.devfile.registry.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** Plugins promise to give up within a second after an interrupt. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final Refresher refresher;
    private final RefreshSchedule schedule;
    private final ScheduledExecutorService executor;
    private final Clock clock;
    private boolean stopped;
    private Optional<Thread> running = Optional.empty();
    private Future<?> next = CompletableFuture.completedFuture(null);

    RefreshLoop(Refresher refresher, RefreshSchedule schedule, ScheduledExecutorService executor, Clock clock) {
        this.refresher = refresher;
        this.schedule = schedule;
        this.executor = executor;
        this.clock = clock;
    }

    /** Refreshes in this thread, and goes on in others. */
    void run() {
        if (!begin()) {
            return;
        }
        Optional<Duration> wait = Optional.of(AFTER_DEFECT);
        try {
            wait = refresh();
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.SEVERE,
                    "A refresh failed for a reason that it should not; it is tried again in a minute.",
                    e);
        } finally {
            end(wait);
        }
    }

    private Optional<Duration> refresh() {
        Instant now = clock.instant();
        Set<String> due = schedule.due(now);
        schedule.done(due, refresher.refresh(due), clock.instant());
        return schedule.wait(clock.instant());
    }

    private synchronized boolean begin() {
        if (!stopped) {
            running = Optional.of(Thread.currentThread());
        }
        return !stopped;
    }

    private synchronized void end(Optional<Duration> wait) {
        running = Optional.empty();
        notifyAll();
        if (stopped) {
            // the interrupt was for the refresh, and not for what this thread does next
            Thread.interrupted();
        } else {
            wait.ifPresent(this::again);
        }
    }

    private void again(Duration wait) {
        try {
            // rounded up, because a refresh that begins too early finds nothing to do
            next = executor.schedule(this::run, wait.plusNanos(999_999).toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "The server is stopping; there are no more refreshes.", e);
        }
    }

    /** Begins no other refresh, interrupts one that is under way, and gives it a moment to come to its end. */
    synchronized void stop() {
        stopped = true;
        next.cancel(false);
        running.ifPresent(Thread::interrupt);
        long deadline = System.nanoTime() + LAST_WAIT.toNanos();
        try {
            for (long left = LAST_WAIT.toMillis(); running.isPresent() && left > 0; left = millisUntil(deadline)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisUntil(long deadline) {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
}
