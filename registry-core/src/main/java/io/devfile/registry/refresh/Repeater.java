package io.devfile.registry.refresh;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a task again and again, one run at a time: when the task says so, and when somebody asks for it. Requests that come
 * while it runs make one more run, however many they are. Safe for use by several threads.
 */
final class Repeater {

    private static final Logger LOG = Logger.getLogger(Repeater.class.getName());
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(1);

    /** Plugins promise to give up within a second after an interrupt. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final String name;
    private final Task task;
    private final ScheduledExecutorService executor;
    private boolean stopped;
    private boolean requested;
    private Optional<Thread> running = Optional.empty();
    private Future<?> next = CompletableFuture.completedFuture(null);

    /** What is done again and again. */
    @FunctionalInterface
    interface Task {

        /** Does it once, and answers how long to wait until the next time; empty to wait for a request. */
        Optional<Duration> run();
    }

    /** @param name for the log, what the task does: "follow the source mine" */
    Repeater(String name, Task task, ScheduledExecutorService executor) {
        this.name = name;
        this.task = task;
        this.executor = executor;
    }

    /** Has the task run as soon as may be, from now on: a run that is under way does not count. */
    synchronized void request() {
        requested = true;
        if (running.isEmpty()) {
            schedule(Duration.ZERO);
        }
    }

    private void run() {
        if (!begin()) {
            return;
        }
        Optional<Duration> wait = Optional.of(AFTER_DEFECT);
        try {
            wait = task.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "Tried to " + name + ", and met a defect; it is tried again in a minute.", e);
        } finally {
            end(wait);
        }
    }

    private synchronized boolean begin() {
        if (stopped || running.isPresent()) {
            return false;
        }
        requested = false;
        running = Optional.of(Thread.currentThread());
        return true;
    }

    private synchronized void end(Optional<Duration> wait) {
        running = Optional.empty();
        notifyAll();
        if (stopped) {
            // the interrupt was for the task, and not for what this thread does next
            Thread.interrupted();
        } else if (requested) {
            schedule(Duration.ZERO);
        } else {
            wait.ifPresent(this::schedule);
        }
    }

    private void schedule(Duration wait) {
        if (stopped) {
            return;
        }
        next.cancel(false);
        try {
            // rounded up, because a run that begins too early finds nothing to do
            next = executor.schedule(this::run, wait.plusNanos(999_999).toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "The server is stopping, and does not " + name + " any more.", e);
        }
    }

    /** Begins no other run, interrupts one that is under way, and gives it a moment to come to its end. */
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
