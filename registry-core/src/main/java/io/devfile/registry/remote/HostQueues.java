package io.devfile.registry.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks for remotes, with a limit for each host, so that one slow host leaves threads for others. Thread-safe. */
final class HostQueues {

    private final Executor threads;
    private final int most;
    private final Map<String, Host> hosts = new HashMap<>();

    private static final class Host {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /** @param most the maximum number of concurrent tasks for one host; lower than the number of threads */
    HostQueues(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** The host of an address, in lower case; the whole address if it has no host. */
    static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return (host == null ? url : host).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return url;
        }
    }

    /**
     * Runs a task as soon as the limit of its host permits.
     *
     * @throws RejectedExecutionException if the threads are shut down
     */
    void execute(String name, Runnable task) {
        synchronized (hosts) {
            Host host = hosts.computeIfAbsent(name, key -> new Host());
            if (host.running == most) {
                host.waiting.add(task);
                return;
            }
            host.running++;
        }
        begin(name, task);
    }

    private void begin(String name, Runnable task) {
        boolean begun = false;
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    next(name);
                }
            });
            begun = true;
        } finally {
            if (!begun) {
                leave(name);
            }
        }
    }

    private void next(String name) {
        Runnable task;
        synchronized (hosts) {
            task = hosts.get(name).waiting.poll();
            if (task == null) {
                leave(name);
                return;
            }
        }
        begin(name, task);
    }

    private void leave(String name) {
        synchronized (hosts) {
            Host host = hosts.get(name);
            host.running--;
            if (host.running == 0 && host.waiting.isEmpty()) {
                hosts.remove(name);
            }
        }
    }
}
