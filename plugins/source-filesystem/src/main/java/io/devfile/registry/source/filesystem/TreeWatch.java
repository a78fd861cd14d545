package io.devfile.registry.source.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Watches a directory tree, and runs an action after changes: when no more changes occur, or when changes continue for
 * too long. Detects changes on this machine only, not changes by another machine on a shared file system.
 */
final class TreeWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TreeWatch.class.getName());
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration MAX_DELAY = Duration.ofSeconds(2);
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY
    };

    private final Path root;
    private final Runnable action;
    private final WatchService service;

    private TreeWatch(Path root, Runnable action, WatchService service) {
        this.root = root;
        this.action = action;
        this.service = service;
    }

    /** @throws IOException if the tree does not exist, or the system cannot watch so many directories */
    static TreeWatch start(Path root, Runnable action) throws IOException {
        TreeWatch watch = new TreeWatch(root, action, root.getFileSystem().newWatchService());
        try {
            watch.register();
        } catch (IOException | UncheckedIOException e) {
            watch.close();
            throw e;
        }
        Thread thread = new Thread(watch::run, "watch " + root);
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void run() {
        try {
            while (true) {
                settle(service.take());
                // new directories are watched before their content is read
                register();
                action.run();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.log(Level.DEBUG, "{0} is no longer watched for changes", root);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(
                    Level.WARNING,
                    root + " is no longer watched for changes and is checked only at intervals: " + e.getMessage());
            action.run();
        }
    }

    /** Takes changes until there are none for a short time. */
    private void settle(WatchKey first) throws InterruptedException {
        long deadline = System.nanoTime() + MAX_DELAY.toNanos();
        Optional<WatchKey> key = Optional.of(first);
        while (key.isPresent()) {
            key.get().pollEvents();
            key.get().reset();
            key = System.nanoTime() < deadline
                    ? Optional.ofNullable(service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS))
                    : Optional.empty();
        }
    }

    /** Watches every directory; directories that are watched already are not watched twice. */
    private void register() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                directory.register(service, KINDS);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.equals(root)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
