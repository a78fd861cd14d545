package io.devfile.registry.refresh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps what is scheduled until a test runs it; no thread of its own ever does. */
final class ManualExecutor extends ScheduledThreadPoolExecutor {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private boolean rejecting;

    ManualExecutor() {
        super(0);
    }

    /** As when the server is stopping. */
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

    /** How long each task was to wait that nobody has run yet. */
    List<Duration> delays() {
        return List.copyOf(delays);
    }

    void runNext() {
        delays.remove(0);
        tasks.remove(0).run();
    }
}
