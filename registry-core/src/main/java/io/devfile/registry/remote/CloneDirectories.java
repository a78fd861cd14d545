package io.devfile.registry.remote;

import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directories of clones, so that a check for changes does not have to clone again. The most recently used ones are
 * kept, up to a maximum total size. Safe for use by several threads.
 */
final class CloneDirectories {

    private static final System.Logger LOG = System.getLogger(CloneDirectories.class.getName());

    private final Path directory;
    private final long maxBytes;
    private final Clock clock;
    private final Set<Path> inUse = new HashSet<>();

    /** @param maxBytes the maximum total size, in bytes */
    CloneDirectories(Path directory, long maxBytes, Clock clock) {
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** The right to use a directory, until {@link #close} is called. */
    record Lease(Path directory, CloneDirectories owner) implements AutoCloseable {
        @Override
        public void close() {
            owner.end(directory);
        }
    }

    /**
     * Leases a directory.
     *
     * @param key the name of the directory; each key must have only one user at a time
     */
    synchronized Lease lease(String key) throws IOException {
        Path clone = directory.resolve(key);
        DurableFiles.createDirectories(clone);
        inUse.add(clone);
        return new Lease(clone, this);
    }

    /** The text without paths of this machine, for clients. */
    String withoutPaths(String text) {
        return text.replace(directory.toString(), "the data directory");
    }

    private void end(Path clone) {
        try {
            Files.setLastModifiedTime(clone, FileTime.from(clock.instant()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A clone could not be marked as used", e);
        }
        synchronized (this) {
            inUse.remove(clone);
            tidy();
        }
    }

    private record Clone(Path path, FileTime used, long size) {}

    private void tidy() {
        try {
            List<Clone> clones = clones();
            clones.sort(Comparator.comparing(Clone::used).reversed());
            long taken = 0;
            for (Clone clone : clones) {
                taken += clone.size();
                if (taken > maxBytes && !inUse.contains(clone.path())) {
                    DurableFiles.deleteTree(clone.path());
                    taken -= clone.size();
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Unused clones could not be removed.", e);
        }
    }

    private List<Clone> clones() throws IOException {
        List<Clone> clones = new ArrayList<>();
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : children.toList()) {
                clones.add(new Clone(child, Files.getLastModifiedTime(child), size(child)));
            }
        }
        return clones;
    }

    private static long size(Path tree) {
        long size = 0;
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                size += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // the directory is in use
            LOG.log(Level.DEBUG, "A clone could not be measured", e);
        }
        return size;
    }
}
