package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The directory itself, and what it looked like when it was fetched; there is nothing to close. */
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
        // nothing is held
    }
}
