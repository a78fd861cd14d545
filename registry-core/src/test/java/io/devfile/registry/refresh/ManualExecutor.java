package io.devfile.registry.refresh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps scheduled tasks until a test runs them; starts no threads. */
final class ManualExecutor extends ScheduledThreadPoolExecutor {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private boolean rejecting;

    ManualExecutor() {
        super(0);
    }

    /** Rejects tasks, as when the server is stopping. */
    void reject() {
        rejecting = true;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (rejecting) {
            throw new RejectedExecutionException();
        }
        ScheduledFuture<?> far = super.schedule(command, 1000, TimeUnit.DAYS);
        tasks.add(() -> {
            if (!far.isCancelled()) {
                new FutureTask<>(command, null).run();
            }
        });
        delays.add(Duration.of(delay, unit.toChronoUnit()));
        return far;
    }

    /** The delay of each task that was not run yet. */
    List<Duration> delays() {
        return List.copyOf(delays);
    }

    void runNext() {
        delays.remove(0);
        tasks.remove(0).run();
    }
}
