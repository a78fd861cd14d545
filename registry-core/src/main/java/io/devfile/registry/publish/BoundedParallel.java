package io.devfile.registry.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs one step for each of many items, several at a time. After the first failure, no further step is started.
 *
 * @param most the maximum number of steps at a time
 */
record BoundedParallel(ExecutorService executor, int most) {

    /** The action for one item. */
    interface Step<T, X extends Exception> {
        void take(T item) throws X;
    }

    /**
     * Returns when no step is running any more.
     *
     * @param failure the type of exception that the steps throw
     * @throws X the first failure that is found; the failures of other steps are added to it as suppressed exceptions
     * @throws InterruptedException if this thread is interrupted; the threads of the steps are interrupted, too
     */
    <T, X extends Exception> void forEach(Collection<T> items, Class<X> failure, Step<T, X> step)
            throws X, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the first task began");
        }
        Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
        AtomicBoolean failed = new AtomicBoolean();
        Callable<Boolean> worker = () -> {
            try {
                for (T item = waiting.poll(); item != null && !failed.get(); item = waiting.poll()) {
                    step.take(item);
                }
                return true;
            } catch (Exception | Error e) {
                failed.set(true);
                throw e;
            }
        };
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(most, items.size()); i++) {
            workers.add(worker);
        }
        List<Throwable> failures = new ArrayList<>();
        for (Future<Boolean> done : executor.invokeAll(workers)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            raise(failures, failure);
        }
    }

    private static <X extends Exception> void raise(List<Throwable> failures, Class<X> failure) throws X {
        Throwable first = failures.get(0);
        failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        if (failure.isInstance(first)) {
            throw failure.cast(first);
        }
        if (first instanceof Error error) {
            throw error;
        }
        throw first instanceof RuntimeException defect ? defect : new IllegalStateException(first);
    }
}
