package io.devfile.registry.remote;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.plugin.Plugins;
import io.devfile.registry.settings.GitCredentials;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trees of files at remotes, as zips. Safe for use by several threads. */
public final class RemoteTrees implements AutoCloseable {

    private static final int THREADS = 6;
    private static final int THREADS_PER_HOST = 2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final Duration ALWAYS = Duration.ofDays(36_500);

    private final ContentStore store;
    private final Path scratch;
    private final DiscardedZips discarded;
    private final RemoteCache<TreeAddress, RemoteTree> cache;

    /**
     * Size and time limits.
     *
     * @param maxBytes the maximum size of all zips, and separately of all clones, in bytes
     * @param timeout the maximum duration of one fetch
     * @param freshFor how long a fetched tree counts as current without a new request
     */
    public record Limits(long maxBytes, Duration timeout, Duration freshFor) {}

    RemoteTrees(
            Path directory, ContentStore store, DiscardedZips discarded, TreeFetch fetch, Limits limits, Clock clock)
            throws IOException {
        this.store = store;
        this.discarded = discarded;
        this.scratch = directory.resolve("scratch");
        // remains of a server that was killed
        DurableFiles.deleteTree(scratch);
        DurableFiles.createDirectories(scratch);
        this.cache = new RemoteCache<>(
                new Trees(store, discarded, fetch, limits.freshFor()),
                directory.resolve("known.json"),
                Runnable::run,
                new RemoteCache.Limits("remote-trees", THREADS, THREADS_PER_HOST, limits.timeout(), limits.maxBytes()),
                clock);
        store.retainOnly(used());
    }

    private record Trees(ContentStore store, DiscardedZips discarded, TreeFetch fetch, Duration freshFor)
            implements Remote<TreeAddress, RemoteTree> {

        @Override
        public Class<RemoteTree> type() {
            return RemoteTree.class;
        }

        @Override
        public String key(TreeAddress address) {
            return address.key();
        }

        @Override
        public String url(TreeAddress address) {
            return address.url();
        }

        @Override
        public Received<RemoteTree> fetch(TreeAddress address, @Nullable RemoteTree before)
                throws RemoteException, InterruptedException {
            RemoteTree tree = fetch.fetch(address, before);
            return () -> tree;
        }

        @Override
        public Duration freshFor(TreeAddress address) {
            return address.isImmutable() ? ALWAYS : freshFor;
        }

        @Override
        public Duration retryAfter(RemoteException.Kind failure) {
            return RETRY_AFTER;
        }

        @Override
        public boolean isWhole(RemoteTree tree) {
            try {
                return store.has(tree.zip());
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public long bytes(RemoteTree tree) {
            return tree.zip().size();
        }

        @Override
        public void dropped(RemoteTree tree) {
            discarded.add(tree.zip());
        }
    }

    /**
     * Opens the trees, including those that were fetched in earlier runs.
     *
     * @param directory a directory used only by these trees
     * @param plugins provide the plugin that reads Git repositories
     * @throws IOException if the directory cannot be created or written
     */
    public static RemoteTrees open(
            Path directory,
            Limits limits,
            Plugins plugins,
            FetchGuard guard,
            GitCredentials credentials,
            RemoteFiles files,
            Clock clock)
            throws IOException {
        ContentStore store = ContentStore.open(directory.resolve("zips"));
        DiscardedZips discarded = new DiscardedZips(store, clock);
        DurableFiles.createDirectories(directory.resolve("clones"));
        CloneDirectories clones = new CloneDirectories(directory.resolve("clones"), limits.maxBytes(), clock);
        GitTrees git = new GitTrees(plugins::source, guard, credentials, clones, store, limits.timeout(), clock);
        ZipTrees zips = new ZipTrees(files, store, discarded, limits.timeout(), clock);
        TreeFetch either = (address, before) -> address instanceof TreeAddress.Git repository
                ? git.fetch(repository, before)
                : zips.fetch((TreeAddress.Zip) address, before);
        return new RemoteTrees(directory, store, discarded, either, limits, clock);
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
        return new RemoteTrees(directory, store, new DiscardedZips(store, clock), none, limits, clock);
    }

    /** The store with the zips. */
    public ContentStore store() {
        return store;
    }

    /** As {@link RemoteCache#await}. */
    public RemoteOutcome<RemoteTree> await(TreeAddress address, Duration maxWait) throws InterruptedException {
        discarded.sweep(this::used);
        return cache.await(address, maxWait);
    }

    /** As {@link RemoteCache#find}. */
    public CompletableFuture<RemoteOutcome<RemoteTree>> find(TreeAddress address) {
        discarded.sweep(this::used);
        return cache.find(address);
    }

    /** The tree that was last fetched, regardless of its age. */
    public Optional<RemoteTree> kept(TreeAddress address) {
        return Optional.ofNullable(cache.known(address).value());
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

    private Set<Digest> used() {
        return cache.values().map(RemoteTree::zip).map(StoredFile::digest).collect(Collectors.toSet());
    }

    /** Stops fetches in progress, and records the known trees. */
    @Override
    public void close() {
        cache.close();
    }
}
