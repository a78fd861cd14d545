package io.devfile.registry.refresh;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task repeatedly, one run at a time: at the times that the task returns, and at requests. All requests that
 * arrive during a run cause one more run. Safe for use by several threads.
 */
final class Repeater {

    private static final System.Logger LOG = System.getLogger(Repeater.class.getName());
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(1);

    /** Longer than plugins need: they must stop within a second after an interrupt. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final String name;
    private final Task task;
    private final ScheduledExecutorService executor;
    private boolean stopped;
    private boolean requested;
    private @Nullable Thread running;
    private Future<?> next = CompletableFuture.completedFuture(null);

    /** The repeated task. */
    @FunctionalInterface
    interface Task {

        /** Runs once, and returns the delay until the next run; empty to wait for a request. */
        Optional<Duration> run();
    }

    /** @param name for the log, describes what the task does: "follow the source mine" */
    Repeater(String name, Task task, ScheduledExecutorService executor) {
        this.name = name;
        this.task = task;
        this.executor = executor;
    }

    /** Starts a new run of the task as soon as possible; a run that is already in progress does not count. */
    synchronized void request() {
        requested = true;
        if (running == null) {
            schedule(Duration.ZERO);
        }
    }

    private void run() {
        if (!begin()) {
            return;
        }
        Duration wait = AFTER_DEFECT;
        try {
            wait = task.run().orElse(null);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "Tried to " + name + ", but failed because of a defect; the next attempt is in a minute.",
                    e);
        } finally {
            end(wait);
        }
    }

    private synchronized boolean begin() {
        if (stopped || running != null) {
            return false;
        }
        requested = false;
        running = Thread.currentThread();
        return true;
    }

    private synchronized void end(@Nullable Duration wait) {
        running = null;
        notifyAll();
        if (stopped) {
            // the interrupt was meant for the task, not for later work of this thread
            Thread.interrupted();
        } else if (requested) {
            schedule(Duration.ZERO);
        } else if (wait != null) {
            schedule(wait);
        }
    }

    private void schedule(Duration wait) {
        if (stopped) {
            return;
        }
        next.cancel(false);
        try {
            // rounded up, because a run that starts too early finds nothing to do
            next = executor.schedule(this::run, wait.plusNanos(999_999).toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The server is stopping, and does not " + name + " any more.", e);
        }
    }

    /** Starts no further run, interrupts a run in progress, and waits a short time for it to end. */
    synchronized void stop() {
        stopped = true;
        next.cancel(false);
        if (running != null) {
            running.interrupt();
        }
        long deadline = System.nanoTime() + LAST_WAIT.toNanos();
        try {
            for (long left = LAST_WAIT.toMillis(); running != null && left > 0; left = millisUntil(deadline)) {
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
