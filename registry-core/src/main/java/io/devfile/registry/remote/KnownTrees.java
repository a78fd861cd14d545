package io.devfile.registry.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.file.DurableFiles;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The trees that were fetched, up to a maximum total size of their zips, stored across restarts. The zip of an evicted
 * tree stays for a minute, for threads that are about to read it. Safe for use by several threads.
 */
final class KnownTrees {

    private static final Logger LOG = Logger.getLogger(KnownTrees.class.getName());
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final int ENTRY_WEIGHT = 1024;

    private final Path file;
    private final ContentStore store;
    private final Clock clock;
    private final Jsonb jsonb = JsonbBuilder.create();
    private final Cache<String, RemoteTree> trees;
    private final Queue<Discarded> discarded = new ConcurrentLinkedQueue<>();

    private record Discarded(StoredFile zip, Instant due) {}

    /**
     * @param file the file in which the known trees are recorded
     * @param maxBytes the maximum total size of the zips, in bytes
     */
    KnownTrees(Path file, ContentStore store, long maxBytes, Clock clock) {
        this.file = file;
        this.store = store;
        this.clock = clock;
        this.trees = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, RemoteTree tree) ->
                        (int) Math.min(Integer.MAX_VALUE, tree.zip().size() + ENTRY_WEIGHT))
                .removalListener((key, tree, cause) -> {
                    if (tree != null) {
                        discard(tree.zip());
                    }
                })
                // its maintenance is short, and this code must not start threads in the server
                .executor(Runnable::run)
                .build();
    }

    /** Loads the recorded trees whose zips exist, and removes zips that belong to no tree. */
    void load() throws IOException {
        if (Files.exists(file)) {
            try {
                for (var tree : jsonb.fromJson(Files.readString(file), TreesDocument.class)
                        .read()
                        .entrySet()) {
                    if (store.has(tree.getValue().zip())) {
                        trees.put(tree.getKey(), tree.getValue());
                    }
                }
            } catch (IOException | RuntimeException e) {
                // damage can cause many kinds of exceptions
                trees.invalidateAll();
                LOG.log(Level.WARNING, "The trees recorded in " + file + " cannot be used, and are fetched again.", e);
            }
        }
        discarded.clear();
        store.retainOnly(referenced());
    }

    /** The tree that was fetched from an address, if its zip still exists. */
    Optional<RemoteTree> get(String key) {
        sweep();
        return Optional.ofNullable(trees.getIfPresent(key)).filter(this::isWhole);
    }

    void put(String key, RemoteTree tree) {
        boolean same = Optional.ofNullable(trees.getIfPresent(key))
                .filter(before -> before.zip().equals(tree.zip()))
                .isPresent();
        trees.put(key, tree);
        if (!same) {
            save();
        }
    }

    /** Schedules a zip for removal, unless a tree uses it at that time. */
    void discard(StoredFile zip) {
        discarded.add(new Discarded(zip, clock.instant().plus(GRACE)));
    }

    /** Records the known trees for the next start. */
    void save() {
        Map<String, RemoteTree> all = new TreeMap<>(trees.asMap());
        try {
            DurableFiles.write(file, jsonb.toJson(TreesDocument.of(all)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The fetched trees could not be recorded. Check that the disk has free space.", e);
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        for (Discarded next = discarded.peek(); next != null && next.due().isBefore(now); next = discarded.peek()) {
            if (discarded.remove(next) && !referenced().contains(next.zip().digest())) {
                remove(next.zip());
            }
        }
    }

    private void remove(StoredFile zip) {
        try {
            store.remove(zip);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A zip that is no longer needed could not be removed.", e);
        }
    }

    private Set<Digest> referenced() {
        return trees.asMap().values().stream().map(tree -> tree.zip().digest()).collect(Collectors.toSet());
    }

    private boolean isWhole(RemoteTree tree) {
        try {
            return store.has(tree.zip());
        } catch (IOException e) {
            return false;
        }
    }
}
