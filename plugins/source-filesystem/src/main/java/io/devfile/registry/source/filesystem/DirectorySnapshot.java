package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory itself; there is nothing to close. */
record DirectorySnapshot(Path root, String revision) implements Snapshot {

    @Override
    public Optional<Instant> lastModified(Path directory) {
        try (Stream<Path> files = Files.walk(root.resolve(directory))) {
            return files.filter(Files::isRegularFile)
                    .map(DirectorySnapshot::time)
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder())
                    .map(FileTime::toInstant);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // nothing is held
    }

    private static Optional<FileTime> time(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
