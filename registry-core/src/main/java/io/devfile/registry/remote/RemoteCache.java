package io.devfile.registry.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.content.DigestAdapter;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.fetch.FetchThreads;
import io.devfile.registry.toolkit.file.DurableFiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cache of what addresses in the content provide. Concurrent requests for an address cause only one fetch. A value
 * counts as current for some time; after a failure the previous value is kept, and there is no new attempt for a while.
 * Values and failures survive a restart, unless the cache has no file.
 *
 * <p>Safe for use by several threads.
 */
public final class RemoteCache<A, V> implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RemoteCache.class.getName());

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    private static final int FORMAT = 2;

    /** What an entry costs besides the files of its value, in bytes. */
    private static final int ENTRY_BYTES = 1024;

    /** How long a caller waits for a newer value if there is one. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(3);

    /** The time that a fetch needs to report that it timed out. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** The maximum number of waiting callers, so that slow remotes leave threads for other requests. */
    private static final int MAX_WAITING = 128;

    private static final Duration SAVE_INTERVAL = Duration.ofSeconds(10);

    private final Remote<A, V> remote;
    private final @Nullable Path file;
    private final ContentLock lock;
    private final Duration timeout;
    private final Clock clock;
    private final Cache<String, Kept<V>> kept;
    private final Map<String, CompletableFuture<RemoteOutcome<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final ExecutorService threads;
    private final HostQueues hosts;
    private final ScheduledExecutorService deadlines;
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withAdapters(new DigestAdapter()));
    private volatile boolean unsaved;
    private volatile Instant saved = Instant.EPOCH;

    /**
     * Limits of a cache.
     *
     * @param name for its threads
     * @param threads the maximum number of concurrent fetches
     * @param threadsPerHost the maximum number of concurrent fetches from one host
     * @param timeout the maximum duration of one fetch
     * @param maxBytes the maximum total size of the files of all values
     */
    public record Limits(String name, int threads, int threadsPerHost, Duration timeout, long maxBytes) {}

    /**
     * What is known about an address.
     *
     * @param checked when the value was last fetched, or confirmed
     * @param failedAt when the last attempt failed
     */
    public record Kept<V>(
            @Nullable V value,
            Instant checked,
            RemoteException.@Nullable Kind failure,
            @Nullable String reason,
            @Nullable String remedy,
            Instant failedAt) {

        static <V> Kept<V> of(V value, Instant checked) {
            return new Kept<>(value, checked, null, null, null, Instant.EPOCH);
        }

        Kept<V> with(V initial) {
            return new Kept<>(initial, checked, failure, reason, remedy, failedAt);
        }

        Kept<V> failed(RemoteException why, Instant now) {
            return new Kept<>(value, checked, why.kind(), why.reason(), why.remedy(), now);
        }

        private RemoteOutcome<V> outcome(Object address) {
            return failure == null
                    ? new RemoteOutcome<>(value, null)
                    : RemoteOutcome.failed(
                            value,
                            RemoteException.of(
                                    failure,
                                    address,
                                    Objects.requireNonNullElse(reason, ""),
                                    Objects.requireNonNullElse(remedy, "")));
        }
    }

    /**
     * Opens a cache, with what was recorded in earlier runs.
     *
     * @param file the file in which the values are recorded; null to record none
     * @param lock held while a value is stored and recorded
     */
    public RemoteCache(Remote<A, V> remote, @Nullable Path file, ContentLock lock, Limits limits, Clock clock) {
        this.remote = remote;
        this.file = file;
        this.lock = lock;
        this.timeout = limits.timeout();
        this.clock = clock;
        this.threads = FetchThreads.queueing(limits.threads(), limits.name());
        this.hosts = new HostQueues(threads, limits.threadsPerHost());
        this.deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, limits.name() + "-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        this.kept = Caffeine.newBuilder()
                .maximumWeight(limits.maxBytes())
                .weigher((String key, Kept<V> one) -> weight(one))
                .removalListener((key, one, cause) -> {
                    if (one != null && one.value() != null) {
                        remote.dropped(one.value());
                    }
                })
                // its maintenance is short, and this code must not start threads in the server
                .executor(Runnable::run)
                .build();
        load();
    }

    /** What is known about an address without a request to the remote. */
    public RemoteOutcome<V> known(A address) {
        return get(address).map(one -> one.outcome(address)).orElse(new RemoteOutcome<>(null, null));
    }

    /** All values. */
    public Stream<V> values() {
        return kept.asMap().values().stream().flatMap(one -> Stream.ofNullable(one.value()));
    }

    /** Whether something is being fetched. */
    public boolean isBusy() {
        return !underWay.isEmpty();
    }

    /** Removes what is known about all other addresses. */
    public void retain(Set<A> addresses) {
        Set<String> keys = addresses.stream().map(remote::key).collect(Collectors.toSet());
        if (kept.asMap().keySet().retainAll(keys)) {
            unsaved = true;
            save();
        }
    }

    /**
     * A value in its current state, or as it was a short time ago.
     *
     * @param maxWait the maximum time to wait, apart from a small margin; shorter if a previous value is available
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public RemoteOutcome<V> await(A address, Duration maxWait) throws InterruptedException {
        CompletableFuture<RemoteOutcome<V>> outcome = find(address);
        V old = known(address).value();
        boolean waits = !outcome.isDone();
        if (waits && !waiting.tryAcquire()) {
            return RemoteOutcome.failed(
                    old,
                    RemoteException.of(
                            RemoteException.Kind.BUSY,
                            address,
                            "too many requests are already waiting for remotes",
                            "Ask again in a few seconds."));
        }
        Duration longest = old != null && SHORT_WAIT.compareTo(maxWait) < 0 ? SHORT_WAIT : maxWait.plus(MARGIN);
        try {
            return outcome.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return RemoteOutcome.failed(old, timedOut(address, maxWait, e));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch must not complete with an exception", e);
        } finally {
            if (waits) {
                waiting.release();
            }
        }
    }

    /** As {@link #await}, for callers that wait in another way or not at all. Never completes with an exception. */
    public CompletableFuture<RemoteOutcome<V>> find(A address) {
        return current(address).map(CompletableFuture::completedFuture).orElseGet(() -> begin(address));
    }

    private Optional<Kept<V>> get(A address) {
        String key = remote.key(address);
        Kept<V> one = kept.getIfPresent(key);
        if (one != null && one.value() != null && !remote.isWhole(one.value())) {
            kept.invalidate(key);
            return Optional.empty();
        }
        return Optional.ofNullable(one);
    }

    /** The outcome that counts without a request to the remote. */
    private Optional<RemoteOutcome<V>> current(A address) {
        Instant now = clock.instant();
        return get(address)
                .filter(one -> {
                    Instant due = one.failure() == null
                            ? one.checked().plus(remote.freshFor(address))
                            : one.failedAt().plus(remote.retryAfter(one.failure()));
                    return due.isAfter(now);
                })
                .map(one -> one.outcome(address));
    }

    private CompletableFuture<RemoteOutcome<V>> begin(A address) {
        String key = remote.key(address);
        CompletableFuture<RemoteOutcome<V>> mine = new CompletableFuture<>();
        CompletableFuture<RemoteOutcome<V>> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return first;
        }
        try {
            if (known(address).value() == null) {
                threads.execute(() -> withoutDefects(address, () -> initial(address)));
            }
            hosts.execute(HostQueues.host(remote.url(address)), () -> {
                // another fetch may have completed after the caller checked, and before this fetch was registered
                RemoteOutcome<V> outcome =
                        withoutDefects(address, () -> current(address).orElseGet(() -> fetch(address)));
                // a request after completion must start a new fetch
                underWay.remove(key);
                saveInTime();
                mine.complete(outcome);
            });
        } catch (RejectedExecutionException e) {
            underWay.remove(key);
            mine.complete(RemoteOutcome.failed(known(address).value(), stopping(address, e)));
        }
        return mine;
    }

    private RemoteOutcome<V> withoutDefects(A address, Supplier<RemoteOutcome<V>> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, address + " could not be fetched because of a defect.", e);
            RemoteException defect = RemoteException.of(
                    RemoteException.Kind.FAILED,
                    address,
                    "the registry has a defect",
                    "Ask the operator to check the log.");
            change(address, known -> known.failed(defect, clock.instant()));
            return known(address);
        }
    }

    private RemoteOutcome<V> initial(A address) {
        Optional<Remote.Received<V>> initial =
                known(address).value() != null ? Optional.empty() : remote.initial(address);
        if (initial.isPresent()) {
            store(initial.get(), value -> change(address, known -> known.value() == null ? known.with(value) : known));
        }
        return known(address);
    }

    private RemoteOutcome<V> fetch(A address) {
        V before = get(address).map(Kept::value).orElse(null);
        try {
            return RemoteOutcome.found(within(address, before));
        } catch (RemoteException e) {
            LOG.log(Level.DEBUG, e.getMessage(), e);
            change(address, known -> known.failed(e, clock.instant()));
            return RemoteOutcome.failed(before, e);
        }
    }

    private V within(A address, @Nullable V before) throws RemoteException {
        Deadline deadline = new Deadline(deadlines, timeout);
        try (deadline) {
            return store(
                    remote.fetch(address, before), value -> change(address, known -> Kept.of(value, clock.instant())));
        } catch (RemoteException e) {
            throw deadline.hasPassed() ? timedOut(address, timeout, e) : e;
        } catch (InterruptedException e) {
            throw deadline.hasPassed() ? timedOut(address, timeout, e) : stopping(address, e);
        } catch (StorageException e) {
            if (deadline.hasPassed()) {
                throw timedOut(address, timeout, e);
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

    private V store(Remote.Received<V> fetched, Consumer<V> record) {
        AtomicReference<V> stored = new AtomicReference<>();
        lock.protect(() -> {
            stored.set(fetched.store());
            record.accept(stored.get());
        });
        return stored.get();
    }

    private void change(A address, UnaryOperator<Kept<V>> step) {
        Kept<V> nothing = new Kept<>(null, Instant.EPOCH, null, null, null, Instant.EPOCH);
        kept.asMap().compute(remote.key(address), (key, known) -> step.apply(known == null ? nothing : known));
        unsaved = true;
    }

    private int weight(Kept<V> one) {
        long bytes = one.value() == null ? 0 : remote.bytes(one.value());
        return (int) Math.min(Integer.MAX_VALUE, bytes + ENTRY_BYTES);
    }

    private void load() {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            JsonObject document = reader.readObject();
            if (document.getInt("format") != FORMAT) {
                throw new IllegalArgumentException("It has another format than this version of the registry writes");
            }
            document.getJsonObject("kept").forEach((key, one) -> load(key, one.asJsonObject()));
        } catch (IOException | RuntimeException e) {
            // damage can cause many kinds of exceptions
            kept.invalidateAll();
            LOG.log(Level.WARNING, "What is recorded in " + file + " cannot be used, and is fetched again.", e);
        }
    }

    private void load(String key, JsonObject json) {
        V value = json.containsKey("value")
                ? jsonb.fromJson(json.getJsonObject("value").toString(), remote.type())
                : null;
        if (value == null || remote.isIntact(value)) {
            kept.put(
                    key,
                    new Kept<>(
                            value,
                            Instant.parse(json.getString("checked")),
                            json.containsKey("failure")
                                    ? RemoteException.Kind.valueOf(json.getString("failure"))
                                    : null,
                            json.getString("reason", null),
                            json.getString("remedy", null),
                            Instant.parse(json.getString("failedAt"))));
        }
    }

    private void saveInTime() {
        if (underWay.isEmpty() || saved.plus(SAVE_INTERVAL).isBefore(clock.instant())) {
            save();
        }
    }

    /** Records what is known for the next start, if it has changed. */
    private synchronized void save() {
        if (file == null || !unsaved) {
            return;
        }
        unsaved = false;
        saved = clock.instant();
        try {
            String text = jsonb.toJson(Map.of("format", FORMAT, "kept", new TreeMap<>(kept.asMap())));
            DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            unsaved = true;
            LOG.log(
                    Level.WARNING,
                    "What was fetched could not be recorded in " + file + ". Check that the disk has free space.",
                    e);
        }
    }

    private static RemoteException stopping(Object address, Throwable cause) {
        return RemoteException.of(
                RemoteException.Kind.FAILED, address, "the registry is stopping", "Ask again in a minute.", cause);
    }

    private static RemoteException timedOut(Object address, Duration limit, Throwable cause) {
        return RemoteException.of(
                RemoteException.Kind.TIMED_OUT,
                address,
                "it was not available within " + limit.toSeconds() + " seconds",
                "Try again later, or ask the operator to increase registry.starter.timeout.",
                cause);
    }

    /** Stops fetches in progress, and records what is known. */
    @Override
    public void close() {
        threads.shutdownNow();
        deadlines.shutdownNow();
        save();
    }
}
