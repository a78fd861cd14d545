package io.devfile.registry.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for what waits for others most of the time. They are not the server's, because slow remotes must not take from
 * those who ask this server for something. They start as they are needed, end when they are not, and keep no server from
 * stopping.
 */
public final class FetchThreads {

    private static final long KEEP_ALIVE_SECONDS = 10;

    private FetchThreads() {}

    /**
     * An executor that rejects what comes while all threads are busy.
     *
     * @param name what the names of the threads begin with
     */
    public static ExecutorService upTo(int most, String name) {
        return new ThreadPoolExecutor(
                0, most, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(name));
    }

    /** As {@link #upTo}, but what comes while all threads are busy waits for its turn. */
    public static ExecutorService queueing(int most, String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ThreadFactory daemons(String name) {
        AtomicLong number = new AtomicLong();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
