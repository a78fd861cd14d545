package io.devfile.registry.source.git;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Performs a fetch in a separate thread, so that the caller can stop waiting: some operations of JGit ignore an
 * interrupt. If the caller stops waiting, the thread continues until its connection is closed or, at the latest, until
 * the timeout for a silent server. For one caller at a time.
 */
final class FetchThread {

    private static final long POLL_MILLIS = 50;
    private static final long GRACE_MILLIS = 500;

    private final String name;
    private @Nullable Thread leftBehind;

    FetchThread(String name) {
        this.name = name;
    }

    interface Work {
        Snapshot run() throws SourceException;
    }

    /** Monitors the work from outside, about twenty times per second, and may stop it. */
    interface Watch {
        void look();
    }

    /**
     * Runs the work.
     *
     * @param limit the maximum time
     * @throws SourceException if the work throws it, is stopped, takes too long, or the thread is interrupted
     */
    Snapshot run(Work work, FetchControl control, Watch watch, Duration limit, GitFailure failure)
            throws SourceException {
        if (leftBehind != null && leftBehind.isAlive()) {
            throw failure.of("the previous fetch has not ended yet", "The next refresh tries again.");
        }
        CompletableFuture<Snapshot> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        outcome.complete(work.run());
                    } catch (Throwable e) {
                        outcome.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        boolean left = true;
        try {
            Snapshot snapshot = await(outcome, control, watch, System.nanoTime() + limit.toNanos(), limit);
            left = false;
            return snapshot;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure.of("it was interrupted", "The next refresh tries again.");
        } catch (ExecutionException e) {
            left = false;
            throw thrown(e.getCause(), control, failure);
        } catch (TimeoutException e) {
            throw stopped(control, failure);
        } finally {
            if (left) {
                leave(thread, outcome, control);
            }
        }
    }

    private static Snapshot await(
            CompletableFuture<Snapshot> outcome, FetchControl control, Watch watch, long deadline, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (!control.isCancelled()) {
            try {
                return outcome.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                watch.look();
                if (System.nanoTime() - deadline > 0) {
                    control.refuse(
                            "it did not finish within " + limit.toSeconds() + " s",
                            "Check that the server is fast enough, or increase timeout.");
                }
            }
        }
        return outcome.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void leave(Thread thread, CompletableFuture<Snapshot> outcome, FetchControl control) {
        control.stop();
        thread.interrupt();
        leftBehind = thread;
        outcome.thenAccept(Snapshot::close);
    }

    private static SourceException thrown(Throwable cause, FetchControl control, GitFailure failure) {
        if (control.refusal().isPresent()) {
            return stopped(control, failure);
        }
        if (cause instanceof SourceException expected) {
            return expected;
        }
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        return failure.of(cause, null);
    }

    private static SourceException stopped(FetchControl control, GitFailure failure) {
        return control.refusal()
                .map(refusal -> failure.of(refusal.reason(), refusal.remedy()))
                .orElseGet(() -> failure.of("it was stopped", "The next refresh tries again."));
    }
}
