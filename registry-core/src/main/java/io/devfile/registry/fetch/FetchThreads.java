package io.devfile.registry.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for tasks that mostly wait for remotes. They are not threads of the server, so that slow remotes do not delay
 * requests to the registry. They start when they are needed, end when they are idle, and do not keep a server from
 * stopping.
 */
public final class FetchThreads {

    private static final long KEEP_ALIVE_SECONDS = 10;

    private FetchThreads() {}

    /**
     * An executor that rejects tasks while all threads are busy.
     *
     * @param name the prefix of the names of the threads
     */
    public static ExecutorService upTo(int most, String name) {
        return new ThreadPoolExecutor(
                0, most, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(name));
    }

    /** As {@link #upTo}, but tasks wait while all threads are busy. */
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
