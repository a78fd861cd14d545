package io.devfile.registry.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for what waits for others most of the time. They are not the server's, because slow remotes must not take from
 * those who ask this server for something.
 */
public final class FetchThreads {

    private static final long KEEP_ALIVE_SECONDS = 10;

    private FetchThreads() {}

    /**
     * An executor that starts threads as they are needed and ends those that are not; none of them keeps a server from
     * stopping. What comes while all are busy is rejected.
     *
     * @param name what the names of the threads begin with
     * @param most how many threads there may be
     */
    public static ExecutorService upTo(int most, String name) {
        AtomicLong number = new AtomicLong();
        return new ThreadPoolExecutor(0, most, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
