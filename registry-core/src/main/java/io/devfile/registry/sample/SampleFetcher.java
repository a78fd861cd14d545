package io.devfile.registry.sample;

import io.devfile.registry.catalog.finding.Defect;
import io.devfile.registry.catalog.read.RemoteSampleReader;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.fetch.FetchThreads;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TreeAddress;
import io.devfile.registry.remote.TreeOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fetches and reads samples in the background, each only once at a time. Safe for use by several threads. */
final class SampleFetcher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SampleFetcher.class.getName());
    private static final int READERS = 2;

    private final RemoteTrees trees;
    private final RemoteSampleReader reader;
    private final ContentLock lock;
    private final Clock clock;
    private final Map<TreeAddress, RemoteSample> samples = new ConcurrentHashMap<>();
    private final Set<TreeAddress> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = FetchThreads.queueing(READERS, "samples");

    SampleFetcher(RemoteTrees trees, RemoteSampleReader reader, ContentLock lock, Clock clock) {
        this.trees = trees;
        this.reader = reader;
        this.lock = lock;
        this.clock = clock;
    }

    RemoteSample get(TreeAddress address) {
        return samples.getOrDefault(address, RemoteSample.UNKNOWN);
    }

    /** Starts to fetch a sample, if it is due. */
    void begin(TreeAddress address) {
        if (!get(address).isDue(clock.instant()) || !underWay.add(address)) {
            return;
        }
        read(address, () -> {
            Optional<RemoteTree> kept = trees.kept(address);
            if (get(address).id().isEmpty() && kept.isPresent()) {
                take(address, kept.get());
            }
            trees.find(address)
                    .thenAccept(outcome -> read(address, () -> {
                        take(address, outcome);
                        underWay.remove(address);
                    }));
        });
    }

    private void read(TreeAddress address, Runnable step) {
        try {
            readers.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException | Error e) {
                    LOG.log(Level.SEVERE, "The sample at " + address + " could not be read because of a defect.", e);
                    samples.compute(
                            address,
                            (key, known) -> (known == null ? RemoteSample.UNKNOWN : known)
                                    .failed(
                                            new SampleFailure(
                                                    RemoteException.Kind.FAILED,
                                                    Defect.message("the devfile in " + address)),
                                            clock.instant()));
                    underWay.remove(address);
                }
            });
        } catch (RejectedExecutionException e) {
            // the server is stopping
            underWay.remove(address);
        }
    }

    private void take(TreeAddress address, TreeOutcome outcome) {
        outcome.tree().filter(tree -> !tree.id().equals(get(address).id())).ifPresent(tree -> take(address, tree));
        Optional<RemoteException> failure = outcome.failure();
        samples.compute(address, (key, known) -> {
            RemoteSample before = known == null ? RemoteSample.UNKNOWN : known;
            return failure.isPresent()
                    ? before.failed(SampleFailure.of(failure.get()), clock.instant())
                    : before.confirmed(clock.instant());
        });
    }

    private void take(TreeAddress address, RemoteTree tree) {
        lock.reading(() -> {
            try {
                RemoteSampleReader.Result result = trees.read(tree, reader::read);
                samples.put(address, sample(address, tree, result));
            } catch (IOException | StorageException e) {
                LOG.log(Level.WARNING, "The sample at " + address + " could not be unpacked.", e);
            }
        });
    }

    private RemoteSample sample(TreeAddress address, RemoteTree tree, RemoteSampleReader.Result result) {
        RemoteSample before = get(address);
        return result.content().isPresent()
                ? before.read(tree, result.content().get())
                : before.unusable(
                        tree,
                        new SampleFailure(
                                RemoteException.Kind.NOT_FOUND,
                                "There is no devfile in " + address + " that can be served. " + result.problem()));
    }

    boolean isBusy() {
        return !underWay.isEmpty();
    }

    /** Removes all other samples. */
    void retain(Set<TreeAddress> addresses) {
        samples.keySet().retainAll(addresses);
    }

    Iterable<RemoteSample> all() {
        return samples.values();
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
