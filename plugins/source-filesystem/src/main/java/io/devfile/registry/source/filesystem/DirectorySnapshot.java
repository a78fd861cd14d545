package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The directory itself, and its state when it was fetched; closing it does nothing. */
record DirectorySnapshot(Path root, TreeRevision tree) implements Snapshot {

    @Override
    public String revision() {
        return tree.digest();
    }

    @Override
    public Optional<Instant> lastModified(Path directory) {
        return tree.lastModified(directory);
    }

    @Override
    public Optional<String> revision(Path directory) {
        return tree.digest(directory);
    }

    @Override
    public void close() {
        // no resources to release
    }
}
