package io.devfile.registry.toolkit.snapshot;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots whose trees a source writes itself, each into its own directory. A tree is kept as long as a snapshot of it
 * is open. The tree that was used last is also kept after that, so that it can be returned again.
 *
 * <p>A tree is used only when it is complete: if writing fails, the tree is removed. Trees that a killed server left
 * are removed by the next store of the same directory. Nothing is reused from an earlier process.
 *
 * <p>Safe for use by several threads.
 */
public final class SnapshotStore implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SnapshotStore.class.getName());
    private static final Set<Path> IN_USE = new HashSet<>();

    private final Path directory;
    private final Path own;
    private final Map<String, Kept> trees = new HashMap<>();
    private @Nullable Kept newest;
    private int beingWritten;
    private boolean opened;
    private boolean closed;

    /** @param directory the directory for the trees; created when it is needed, and used by stores only */
    public SnapshotStore(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.own = this.directory.resolve(UUID.randomUUID().toString());
    }

    /** Writes a tree. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Writes into an empty directory. If this method throws, the directory is removed with its content.
         *
         * @throws SourceException passed on unchanged, like other exceptions
         */
        Tree writeTo(Path directory) throws IOException, SourceException;
    }

    /**
     * A tree that was written.
     *
     * @param root the snapshot's root: the directory that was written to, or one below it
     * @param directories the data about its directories
     */
    public record Tree(Path root, Directories directories) {}

    /** A snapshot of a revision whose tree is in the store; the caller closes it. */
    public synchronized Optional<Snapshot> get(String revision) {
        Kept found = trees.get(revision);
        if (found == null || !Files.isDirectory(found.tree().root()) || closed) {
            return Optional.empty();
        }
        found.users++;
        Kept before = newest;
        newest = found;
        removeUnused(before);
        return Optional.of(open(found));
    }

    /**
     * Writes the tree of a revision, and returns a snapshot of it; the caller closes it. Trees that are no longer in
     * use are removed.
     *
     * @throws IOException if the disk or the writer fails
     * @throws SourceException if the writer throws it
     * @throws IllegalStateException if the store is closed
     */
    public Snapshot add(String revision, Writer writer) throws IOException, SourceException {
        Path place = begin();
        Kept written = null;
        try {
            Tree tree = writer.writeTo(place);
            written = new Kept(revision, place, new Tree(tree.root().toRealPath(), tree.directories()));
        } finally {
            end(place, written);
        }
        return open(written);
    }

    private synchronized Path begin() throws IOException {
        if (closed) {
            throw new IllegalStateException("The store " + directory + " is closed");
        }
        open();
        Path place = Files.createDirectory(own.resolve(UUID.randomUUID().toString()));
        beingWritten++;
        return place;
    }

    private synchronized void end(Path place, @Nullable Kept written) {
        beingWritten--;
        if (written != null) {
            written.users++;
            Kept former = trees.put(written.revision, written);
            Kept before = newest;
            newest = closed ? null : written;
            removeUnused(former);
            removeUnused(before);
        } else {
            delete(place);
        }
        removeIfEmpty();
    }

    /** Removes the trees; the tree of an open snapshot is removed when the snapshot is closed. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Kept kept = newest;
            newest = null;
            removeUnused(kept);
            removeIfEmpty();
        }
    }

    private void open() throws IOException {
        if (opened) {
            return;
        }
        Files.createDirectories(directory);
        synchronized (IN_USE) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
                for (Path tree : left) {
                    if (!IN_USE.contains(tree)) {
                        delete(tree);
                    }
                }
            }
            Files.createDirectory(own);
            IN_USE.add(own);
        }
        opened = true;
    }

    private Snapshot open(Kept kept) {
        return new StoredSnapshot(kept.revision, kept.tree, () -> release(kept));
    }

    private synchronized void release(Kept kept) {
        kept.users--;
        removeUnused(kept);
        removeIfEmpty();
    }

    private void removeUnused(@Nullable Kept kept) {
        if (kept != null && kept != newest && kept.users == 0) {
            trees.remove(kept.revision, kept);
            delete(kept.place);
        }
    }

    private void removeIfEmpty() {
        boolean unused = beingWritten == 0 && trees.values().stream().allMatch(kept -> kept.users == 0);
        if (closed && opened && unused) {
            opened = false;
            delete(own);
            synchronized (IN_USE) {
                IN_USE.remove(own);
            }
        }
    }

    /** If the tree cannot be removed now, the next store of the directory removes it. */
    private static void delete(Path tree) {
        try {
            DurableFiles.deleteTree(tree);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The directory " + tree + " is no longer in use, but cannot be removed", e);
        }
    }

    /** A tree and the number of its open snapshots; guarded by the store. */
    private static final class Kept {

        private final String revision;
        private final Path place;
        private final Tree tree;
        private int users;

        Kept(String revision, Path place, Tree tree) {
            this.revision = revision;
            this.place = place;
            this.tree = tree;
        }

        Tree tree() {
            return tree;
        }
    }
}
