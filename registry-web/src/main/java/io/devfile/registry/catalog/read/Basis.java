package io.devfile.registry.catalog.read;

import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.util.Optional;

/** All that the reading of a stack depends on: its files, and when they were changed. */
record Basis(Optional<String> revision, String times) {

    /** @param directory relative to the snapshot's root */
    static Basis of(Snapshot snapshot, Timestamps timestamps, Path directory) {
        return new Basis(snapshot.revision(directory), timestamps.basis(directory));
    }

    /** Whether another reading on the same basis would give the same. */
    boolean isKnown() {
        return revision.isPresent();
    }
}
