package io.devfile.registry.catalog.read;

import io.devfile.registry.remote.TreeAddress;
import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the result of reading a stack depends on: its files, when they were changed, and the content at the
 * Git references of its versions.
 *
 * @param revision null if the source does not know the revision of the directory
 */
record Basis(@Nullable String revision, String times, Map<TreeAddress.Git, String> remotes) {

    /** @param directory relative to the snapshot's root */
    static Basis of(Snapshot snapshot, Timestamps timestamps, Path directory) {
        return new Basis(snapshot.revision(directory).orElse(null), timestamps.basis(directory), Map.of());
    }

    /** The same files, with the content at their Git references. */
    Basis with(Map<TreeAddress.Git, String> found) {
        return new Basis(revision, times, Map.copyOf(found));
    }

    /** Whether the files are the same, regardless of the content at their Git references. */
    boolean hasFilesOf(Basis other) {
        return revision != null && revision.equals(other.revision) && times.equals(other.times);
    }

    /** Whether another read on the same basis would give the same result. */
    boolean isKnown() {
        return revision != null;
    }
}
