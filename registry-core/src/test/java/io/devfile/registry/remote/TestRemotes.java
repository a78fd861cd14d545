package io.devfile.registry.remote;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Repositories as directories, by address, with the behaviour that a test sets. */
public final class TestRemotes {

    private final Map<String, Path> trees = new ConcurrentHashMap<>();
    private final Map<String, String> commits = new ConcurrentHashMap<>();
    private final Map<String, RemoteException.Kind> failures = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final List<TreeAddress> asked = new CopyOnWriteArrayList<>();

    /** Sets the commit at an address, and its tree. */
    public void put(String url, String commit, Path tree) {
        trees.put(url, tree);
        commits.put(url, commit);
        failures.remove(url);
    }

    /** Makes this address fail with this kind from now on. */
    public void fail(String url, RemoteException.Kind kind) {
        failures.put(url, kind);
    }

    /** Makes this address block until the returned latch is counted down. */
    public CountDownLatch hold(String url) {
        return held.computeIfAbsent(url, key -> new CountDownLatch(1));
    }

    /** The addresses that were requested since the last call of this method. */
    public List<TreeAddress> asked() {
        List<TreeAddress> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    /** Opens trees of these repositories. */
    public RemoteTrees open(Path directory, Clock clock) throws IOException {
        RemoteTrees.Limits limits = new RemoteTrees.Limits(1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(5));
        ContentStore store = ContentStore.open(directory.resolve("zips"));
        return new RemoteTrees(
                directory,
                store,
                new DiscardedZips(store, clock),
                (address, before) -> fetch(address, before, store, clock),
                limits,
                clock);
    }

    private RemoteTree fetch(TreeAddress address, @Nullable RemoteTree before, ContentStore store, Clock clock)
            throws RemoteException, InterruptedException {
        asked.add(address);
        if (held.containsKey(address.url())) {
            held.get(address.url()).await();
        }
        Optional<RemoteException.Kind> failure = Optional.ofNullable(failures.get(address.url()));
        if (failure.isPresent()) {
            throw RemoteException.of(failure.get(), address, "the test wants it so", "Wait.");
        }
        if (!trees.containsKey(address.url())) {
            throw RemoteException.of(
                    RemoteException.Kind.NOT_FOUND, address, "there is nothing", "Put something there.");
        }
        try {
            return new RemoteTree(
                    commits.get(address.url()),
                    TreeZip.pack(trees.get(address.url()), store, 1 << 20),
                    clock.instant(),
                    Validators.NONE,
                    clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
