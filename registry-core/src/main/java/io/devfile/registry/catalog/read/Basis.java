package io.devfile.registry.catalog.read;

import io.devfile.registry.remote.TreeAddress;
import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that the reading of a stack depends on: its files, when they were changed, and what is at the Git references of its
 * versions.
 */
record Basis(Optional<String> revision, String times, Map<TreeAddress.Git, String> remotes) {

    /** @param directory relative to the snapshot's root */
    static Basis of(Snapshot snapshot, Timestamps timestamps, Path directory) {
        return new Basis(snapshot.revision(directory), timestamps.basis(directory), Map.of());
    }

    /** The same files, with what is at their Git references. */
    Basis with(Map<TreeAddress.Git, String> found) {
        return new Basis(revision, times, Map.copyOf(found));
    }

    /** Whether these are the same files, whatever is at their Git references. */
    boolean hasFilesOf(Basis other) {
        return isKnown() && revision.equals(other.revision) && times.equals(other.times);
    }

    /** Whether another reading on the same basis would give the same. */
    boolean isKnown() {
        return revision.isPresent();
    }
}
