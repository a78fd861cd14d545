package io.devfile.registry.sample;

import io.devfile.registry.catalog.read.RemoteSampleReader;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.remote.Remote;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TreeAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Fetches the trees of samples, and reads their devfiles. */
record RemoteSamples(RemoteTrees trees, RemoteSampleReader reader) implements Remote<TreeAddress, RemoteSample> {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    @Override
    public Class<RemoteSample> type() {
        return RemoteSample.class;
    }

    @Override
    public String key(TreeAddress address) {
        return address.key();
    }

    @Override
    public String url(TreeAddress address) {
        return address.url();
    }

    /** The tree that was fetched in an earlier run. */
    @Override
    public Optional<Received<RemoteSample>> initial(TreeAddress address) {
        return trees.kept(address).map(tree -> () -> read(address, tree));
    }

    @Override
    public Received<RemoteSample> fetch(TreeAddress address, @Nullable RemoteSample before)
            throws RemoteException, InterruptedException {
        RemoteOutcome<RemoteTree> outcome;
        try {
            outcome = trees.find(address).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch must not complete with an exception", e);
        }
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        RemoteTree tree = outcome.orElseThrow();
        return before != null && before.id().equals(tree.id()) ? () -> before : () -> read(address, tree);
    }

    private RemoteSample read(TreeAddress address, RemoteTree tree) {
        try {
            RemoteSampleReader.Result result = trees.read(tree, reader::read);
            return result.content() != null
                    ? new RemoteSample(tree.id(), result.content(), null)
                    : new RemoteSample(
                            tree.id(),
                            null,
                            new SampleFailure(
                                    RemoteException.Kind.NOT_FOUND,
                                    "There is no devfile in " + address + " that can be served. " + result.problem()));
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public Duration freshFor(TreeAddress address) {
        return FRESH;
    }

    @Override
    public Duration retryAfter(RemoteException.Kind failure) {
        return AFTER_FAILURE;
    }

    /** Its files are kept as long as it is named. */
    @Override
    public boolean isWhole(RemoteSample sample) {
        return true;
    }

    @Override
    public long bytes(RemoteSample sample) {
        return 0;
    }
}
