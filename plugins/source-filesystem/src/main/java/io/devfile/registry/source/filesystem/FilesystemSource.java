package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a directory in place, without copying it. The revision is computed from the names, sizes and times of the
 * files, so that an unchanged tree is detected without reading a file.
 */
final class FilesystemSource implements StackSource {

    private static final String FIX = "Set the source's path to a directory that the server can read.";

    private static final System.Logger LOG = System.getLogger(FilesystemSource.class.getName());

    private final Path directory;
    private final boolean watching;
    private @Nullable TreeWatch watch;
    private @Nullable Runnable action;
    private boolean watchFailed;
    private volatile boolean closed;

    /** @param watching whether changes are detected when they happen */
    FilesystemSource(Path directory, boolean watching) {
        this.directory = directory;
        this.watching = watching;
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
                throw new SourceException(attempt, "it is not a directory", FIX);
            }
            watch(root);
            return new DirectorySnapshot(root, TreeRevision.of(root));
        } catch (NoSuchFileException e) {
            throw new SourceException(attempt, e.getFile() + " does not exist", FIX, e);
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(attempt, "it was interrupted", "The next refresh tries again.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException(attempt, "reading it failed: " + e.getMessage(), FIX, e);
        }
    }

    @Override
    public synchronized void onChange(Runnable changed) {
        if (watching) {
            action = changed;
        }
    }

    /** Starts watching before the tree is read, so that no change in between is missed. */
    private synchronized void watch(Path root) {
        if (action == null || watch != null || watchFailed || closed) {
            return;
        }
        try {
            watch = TreeWatch.start(root, action);
        } catch (IOException | UncheckedIOException e) {
            watchFailed = true;
            LOG.log(
                    Level.WARNING,
                    directory + " cannot be watched for changes and is checked only at intervals: " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (watch != null) {
                watch.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Tried to end watching " + directory + ", but that failed", e);
        }
    }
}
