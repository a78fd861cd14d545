package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Delivers a directory as it stands, without copying it. The revision is made of the names, sizes and times of the files,
 * so that finding out that nothing changed reads no file.
 */
final class FilesystemSource implements StackSource {

    private static final String MEND =
            "Set the source's path to a directory with stacks/ below it, readable by the server.";

    private final Path directory;
    private volatile boolean closed;

    FilesystemSource(Path directory) {
        this.directory = directory;
    }

    @Override
    public String location() {
        return directory.toString();
    }

    @Override
    public Snapshot fetch() throws SourceException {
        if (closed) {
            throw new IllegalStateException("The source " + directory + " is closed");
        }
        String attempt = "read the stacks in " + directory;
        try {
            Path root = directory.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new SourceException(attempt, "it is not a directory", MEND);
            }
            if (!Files.isDirectory(root.resolve("stacks")) && !Files.exists(root.resolve("extraDevfileEntries.yaml"))) {
                throw new SourceException(attempt, "it has neither stacks/ nor extraDevfileEntries.yaml", MEND);
            }
            return new DirectorySnapshot(root, TreeRevision.of(root));
        } catch (NoSuchFileException e) {
            throw new SourceException(attempt, "there is nothing at " + e.getFile(), MEND, e);
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(attempt, "it was interrupted", "The next refresh tries again.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException(attempt, "reading it failed: " + e.getMessage(), MEND, e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
