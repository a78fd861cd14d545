package io.devfile.registry.toolkit.snapshot;

import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A tree of a {@link SnapshotStore}, in use until it is closed. */
final class StoredSnapshot implements Snapshot {

    private final String revision;
    private final SnapshotStore.Tree tree;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    StoredSnapshot(String revision, SnapshotStore.Tree tree, Runnable release) {
        this.revision = revision;
        this.tree = tree;
        this.release = release;
    }

    @Override
    public Path root() {
        return tree.root();
    }

    @Override
    public String revision() {
        return revision;
    }

    @Override
    public Optional<Instant> lastModified(Path directory) {
        return tree.directories().changed(directory);
    }

    @Override
    public Optional<String> revision(Path directory) {
        return tree.directories().content(directory);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
