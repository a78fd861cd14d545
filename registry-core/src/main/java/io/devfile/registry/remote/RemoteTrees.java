package io.devfile.registry.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.FetchThreads;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trees of files at remotes, as zips. Concurrent requests for a tree cause only one fetch. After a while the remote is
 * asked again; if this fails, the previous tree is returned. After a failure there is no new attempt for some seconds.
 *
 * <p>Safe for use by several threads. A caller never waits longer than its timeout, plus a small margin.
 */
public final class RemoteTrees implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RemoteTrees.class.getName());
    private static final int THREADS = 6;
    private static final int THREADS_PER_HOST = 2;
    private static final Duration FAILURE_LASTS = Duration.ofSeconds(10);

    /** The timeout for an update of a tree that is already available. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(3);

    /** The time that a fetch needs to report that it timed out. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** The maximum number of waiting requests, so that slow remotes leave threads for other requests. */
    private static final int WAITING = 128;

    private final ContentStore store;
    private final Path scratch;
    private final KnownTrees known;
    private final TreeFetch fetch;
    private final Limits limits;
    private final Clock clock;
    private final Map<String, CompletableFuture<TreeOutcome>> underWay = new ConcurrentHashMap<>();
    private final Cache<String, RemoteException> failures;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final ExecutorService threads = FetchThreads.queueing(THREADS, "remote-trees");
    private final HostQueues hosts = new HostQueues(threads, THREADS_PER_HOST);
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "remote-trees-alarm");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Size and time limits.
     *
     * @param maxBytes the maximum size of all zips, and separately of all clones, in bytes
     * @param timeout the maximum duration of one fetch
     * @param freshFor how long a fetched tree counts as current without a new request
     */
    public record Limits(long maxBytes, Duration timeout, Duration freshFor) {}

    RemoteTrees(Path directory, ContentStore store, KnownTrees known, TreeFetch fetch, Limits limits, Clock clock)
            throws IOException {
        this.scratch = directory.resolve("scratch");
        // remains of a server that was killed
        DurableFiles.deleteTree(scratch);
        DurableFiles.createDirectories(scratch);
        this.store = store;
        this.known = known;
        this.fetch = fetch;
        this.limits = limits;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(FAILURE_LASTS)
                .maximumSize(10_000)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Opens the trees, including those that were fetched in earlier runs.
     *
     * @param directory a directory used only by these trees
     * @param plugins provide the plugin that reads Git repositories
     * @throws IOException if the directory cannot be created or written
     */
    public static RemoteTrees open(
            Path directory, Limits limits, Plugins plugins, FetchGuard guard, RemoteFiles files, Clock clock)
            throws IOException {
        ContentStore store = ContentStore.open(directory.resolve("zips"));
        KnownTrees known = known(directory, store, limits, clock);
        DurableFiles.createDirectories(directory.resolve("clones"));
        CloneDirectories clones = new CloneDirectories(directory.resolve("clones"), limits.maxBytes(), clock);
        GitTrees git = new GitTrees(plugins::source, guard, clones, store, limits.timeout(), clock);
        ZipTrees zips = new ZipTrees(files, store, known, limits.timeout(), clock);
        TreeFetch either = (address, before) -> address instanceof TreeAddress.Git repository
                ? git.fetch(repository, before)
                : zips.fetch((TreeAddress.Zip) address, before);
        return new RemoteTrees(directory, store, known, either, limits, clock);
    }

    /** Opens trees without any fetches: only trees that were fetched in earlier runs are available. */
    public static RemoteTrees offline(Path directory, Limits limits, Clock clock) throws IOException {
        ContentStore store = ContentStore.open(directory.resolve("zips"));
        TreeFetch none = (address, before) -> {
            throw RemoteException.of(
                    RemoteException.Kind.OFFLINE,
                    address,
                    "the registry is offline",
                    "Ask the operator to set registry.offline to false, or put a zip of it beside the devfile.");
        };
        return new RemoteTrees(directory, store, known(directory, store, limits, clock), none, limits, clock);
    }

    private static KnownTrees known(Path directory, ContentStore store, Limits limits, Clock clock) throws IOException {
        KnownTrees known = new KnownTrees(directory.resolve("known.json"), store, limits.maxBytes(), clock);
        known.load();
        return known;
    }

    /** The store with the zips. */
    public ContentStore store() {
        return store;
    }

    /**
     * A tree in its current state, or as it was a short time ago.
     *
     * @param maxWait the maximum time to wait; shorter if a previous tree is available
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public TreeOutcome await(TreeAddress address, Duration maxWait) throws InterruptedException {
        CompletableFuture<TreeOutcome> outcome = find(address);
        Optional<RemoteTree> old = known.get(address.key());
        boolean waits = !outcome.isDone();
        if (waits && !waiting.tryAcquire()) {
            return TreeOutcome.failed(
                    old,
                    RemoteException.of(
                            RemoteException.Kind.BUSY,
                            address,
                            "too many requests are already waiting for remotes",
                            "Ask again in a few seconds."));
        }
        Duration longest = old.isPresent() && SHORT_WAIT.compareTo(maxWait) < 0 ? SHORT_WAIT : maxWait.plus(MARGIN);
        try {
            return outcome.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return TreeOutcome.failed(old, timedOut(address, maxWait, e));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch must not complete with an exception", e);
        } finally {
            if (waits) {
                waiting.release();
            }
        }
    }

    /** As {@link #await}, for callers that wait in another way or not at all. */
    public CompletableFuture<TreeOutcome> find(TreeAddress address) {
        return current(address).map(CompletableFuture::completedFuture).orElseGet(() -> begin(address));
    }

    /** The tree that was last fetched, regardless of its age. */
    public Optional<RemoteTree> kept(TreeAddress address) {
        return known.get(address.key());
    }

    /**
     * Reads the files of a tree.
     *
     * @param reading receives the directory with the files, which is deleted afterwards
     * @throws IOException if the files cannot be unpacked
     */
    public <T> T read(RemoteTree tree, Function<Path, T> reading) throws IOException {
        Path place = Files.createDirectory(scratch.resolve(UUID.randomUUID().toString()));
        try {
            TreeZip.unpack(tree.zip(), store, place);
            return reading.apply(place.toRealPath());
        } finally {
            DurableFiles.deleteTree(place);
        }
    }

    /** The result that is known without a request to the remote. */
    private Optional<TreeOutcome> current(TreeAddress address) {
        Optional<RemoteTree> kept = known.get(address.key());
        Instant limit = clock.instant().minus(limits.freshFor());
        if (kept.filter(tree -> address.isImmutable() || tree.checked().isAfter(limit))
                .isPresent()) {
            return kept.map(TreeOutcome::found);
        }
        return Optional.ofNullable(failures.getIfPresent(address.key()))
                .map(failure -> TreeOutcome.failed(kept, failure));
    }

    private CompletableFuture<TreeOutcome> begin(TreeAddress address) {
        CompletableFuture<TreeOutcome> mine = new CompletableFuture<>();
        CompletableFuture<TreeOutcome> first = underWay.putIfAbsent(address.key(), mine);
        if (first != null) {
            return first;
        }
        try {
            hosts.execute(HostQueues.host(address.url()), () -> {
                // another fetch may have completed after the caller checked, and before this fetch was registered
                TreeOutcome outcome =
                        withoutDefects(address, () -> current(address).orElseGet(() -> fetch(address)));
                // a request after completion must start a new fetch
                underWay.remove(address.key());
                mine.complete(outcome);
            });
        } catch (RejectedExecutionException e) {
            underWay.remove(address.key());
            mine.complete(TreeOutcome.failed(kept(address), stopping(address, e)));
        }
        return mine;
    }

    private TreeOutcome withoutDefects(TreeAddress address, Supplier<TreeOutcome> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "The tree " + address + " could not be fetched because of a defect.", e);
            return TreeOutcome.failed(kept(address), defect(address));
        }
    }

    private TreeOutcome fetch(TreeAddress address) {
        Optional<RemoteTree> before = known.get(address.key());
        try {
            RemoteTree tree = within(address, before);
            known.put(address.key(), tree);
            return TreeOutcome.found(tree);
        } catch (RemoteException e) {
            LOG.log(Level.FINE, e.getMessage(), e);
            failures.put(address.key(), e);
            return TreeOutcome.failed(before, e);
        }
    }

    private RemoteTree within(TreeAddress address, Optional<RemoteTree> before) throws RemoteException {
        Deadline alarm = new Deadline(alarms, limits.timeout());
        try (alarm) {
            return fetch.fetch(address, before);
        } catch (RemoteException e) {
            throw alarm.hasRung() ? timedOut(address, limits.timeout(), e) : e;
        } catch (InterruptedException e) {
            throw alarm.hasRung() ? timedOut(address, limits.timeout(), e) : stopping(address, e);
        } catch (StorageException e) {
            if (alarm.hasRung()) {
                throw timedOut(address, limits.timeout(), e);
            }
            LOG.log(Level.WARNING, "The fetched files could not be stored.", e);
            throw RemoteException.of(
                    RemoteException.Kind.FAILED,
                    address,
                    "the registry cannot store it on its disk",
                    "Ask the operator to free disk space.",
                    e);
        }
    }

    private static RemoteException stopping(TreeAddress address, Throwable cause) {
        return RemoteException.of(
                RemoteException.Kind.FAILED, address, "the registry is stopping", "Ask again in a minute.", cause);
    }

    private static RemoteException defect(TreeAddress address) {
        return RemoteException.of(
                RemoteException.Kind.FAILED,
                address,
                "the registry has a defect",
                "Ask the operator to check the log.");
    }

    private static RemoteException timedOut(TreeAddress address, Duration limit, Throwable cause) {
        return RemoteException.of(
                RemoteException.Kind.TIMED_OUT,
                address,
                "it was not available within " + limit.toSeconds() + " seconds",
                "Try again later, or ask the operator to increase registry.starter.timeout.",
                cause);
    }

    /** Stops fetches in progress, and records the known trees. */
    @Override
    public void close() {
        threads.shutdownNow();
        alarms.shutdownNow();
        known.save();
    }
}
