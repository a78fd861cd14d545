package io.devfile.registry.toolkit.file;

import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a tree of files whose names, links and sizes come from an untrusted origin, so that nothing is written and
 * nothing can be read outside of the root. Names are checked, nothing is overwritten, and nothing is written through a
 * link. Links are created at the end, and only if they stay within the tree.
 *
 * <p>Names have slashes between their parts; parent directories are created automatically. A failed call leaves the
 * tree in an undefined state: delete the tree. An interrupt of the thread is detected at the next call or block of 64
 * KiB, with a {@link ClosedByInterruptException}. For one thread.
 */
public final class TreeWriter {

    private final Path root;
    private final TreeLimits limits;
    private final NewFile files;
    private final TreeLinks links = new TreeLinks();
    private final Map<TreePath, Boolean> top = new HashMap<>();
    private final Set<TreePath> directories = new HashSet<>();
    private TreeTotals totals = TreeTotals.NONE;

    /** @param root an empty directory that only this writer writes to */
    public TreeWriter(Path root, TreeLimits limits) {
        this.root = root;
        this.limits = limits;
        this.files = new NewFile(limits);
    }

    /**
     * Creates a directory if it does not exist yet; each call counts as an entry.
     *
     * @throws UnsafeTreeException if the name or the number of entries is not allowed
     */
    public void directory(String name) throws IOException {
        TreePath path = TreePath.of(name, limits);
        if (path.isRoot() || directories.contains(path)) {
            count();
        }
        directory(path);
    }

    /**
     * Writes a file.
     *
     * @param content is read to its end, and not closed
     * @throws UnsafeTreeException if the name or the size is not allowed, or the name already exists
     */
    public void file(String name, boolean executable, InputStream content) throws IOException {
        TreePath path = TreePath.of(name, limits);
        totals = files.make(place(path), path, executable, content, totals);
    }

    /**
     * Records a symbolic link; {@link #finish} creates it.
     *
     * @throws UnsafeTreeException if the name is not allowed, or the target is absolute or not portable
     */
    public void link(String name, String target) throws IOException {
        TreePath path = TreePath.of(name, limits);
        if (Files.exists(place(path), LinkOption.NOFOLLOW_LINKS)) {
            throw NewFile.twice(path);
        }
        links.add(path, target);
    }

    /** The name of the only directory at the top level, if there is nothing else at the top level. */
    public Optional<String> onlyDirectory() {
        if (top.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<TreePath, Boolean> only = top.entrySet().iterator().next();
        return only.getValue() ? Optional.of(only.getKey().toString()) : Optional.empty();
    }

    /**
     * Creates the links below one directory, which is the tree from then on; entries outside of it are ignored.
     *
     * @param below the directory's name, or an empty text for the root
     * @return the directory
     * @throws UnsafeTreeException if a link leads out of the directory, or there is no such directory
     */
    public Path finish(String below) throws IOException {
        TreePath path = TreePath.of(below, limits);
        Path directory = path.in(root);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnsafeTreeException(
                    "it has no directory " + SafeText.quoted(below), "Set the name of an existing directory.");
        }
        for (var link : links.below(path).entrySet()) {
            Path place = link.getKey().in(directory);
            try {
                Files.createSymbolicLink(place, root.getFileSystem().getPath(link.getValue()));
            } catch (FileAlreadyExistsException e) {
                throw NewFile.twice(link.getKey());
            }
        }
        return directory;
    }

    private void directory(TreePath path) throws IOException {
        if (path.isRoot() || directories.contains(path)) {
            return;
        }
        Path directory = place(path);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            throw NewFile.twice(path);
        }
        directories.add(path);
        if (path.parts().size() == 1) {
            top.put(path, true);
        }
    }

    /** The path of a new entry, whose parent directory is created if necessary. */
    private Path place(TreePath path) throws IOException {
        if (path.isRoot()) {
            throw new UnsafeTreeException("it has an entry without a name", "Remove it at the origin.");
        }
        directory(path.parent());
        if (links.has(path)) {
            throw NewFile.twice(path);
        }
        count();
        if (path.parts().size() == 1) {
            top.put(path, false);
        }
        return path.in(root);
    }

    private void count() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        totals = totals.plus(1, 0);
        totals.check(limits);
    }
}
