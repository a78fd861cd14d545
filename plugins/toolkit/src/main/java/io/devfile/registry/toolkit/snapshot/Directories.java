package io.devfile.registry.toolkit.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The data that a source has about the directories of a tree, by their paths from the root with slashes between the
 * parts; an empty text stands for the root. Immutable.
 *
 * @param changed the time of the last change below a directory
 * @param contents the identifier of the content below a directory, for {@link
 *     io.devfile.registry.spi.source.Snapshot#revision(Path)}
 */
public record Directories(Map<String, Instant> changed, Map<String, String> contents) {

    /** Copies the maps. */
    public Directories {
        changed = Map.copyOf(changed);
        contents = Map.copyOf(contents);
    }

    /** Only times, without identifiers. */
    public static Directories changed(Map<String, Instant> changed) {
        return new Directories(changed, Map.of());
    }

    Optional<Instant> changed(Path directory) {
        return Optional.ofNullable(changed.get(key(directory)));
    }

    Optional<String> content(Path directory) {
        return Optional.ofNullable(contents.get(key(directory)));
    }

    private static String key(Path directory) {
        return directory
                .normalize()
                .toString()
                .replace(directory.getFileSystem().getSeparator(), "/");
    }
}
