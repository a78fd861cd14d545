package io.devfile.registry.toolkit.file;

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
 * Writes a tree of files whose names, links and amounts come from somebody else, so that nothing is written or can be read
 * outside of its root: names are checked, nothing is overwritten, nothing is written through a link, and links are made
 * at the end, and only those that stay within the tree.
 *
 * <p>Names have slashes between their parts; directories need no call of their own. A failed call leaves the tree as it
 * happens to be: delete it. An interrupted thread is noticed at the next call or block of 64 KiB, with a
 * {@link ClosedByInterruptException}. For one thread.
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
     * Makes a directory, where it is not there yet; it counts as an entry each time.
     *
     * @throws UnsafeTreeException where its name or one more entry is refused
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
     * @throws UnsafeTreeException where its name or size is refused, or something of that name is there
     */
    public void file(String name, boolean executable, InputStream content) throws IOException {
        TreePath path = TreePath.of(name, limits);
        totals = files.make(place(path), path, executable, content, totals);
    }

    /**
     * Remembers a symbolic link; {@link #finish} makes it.
     *
     * @throws UnsafeTreeException where its name is refused, or its target is absolute or not portable
     */
    public void link(String name, String target) throws IOException {
        TreePath path = TreePath.of(name, limits);
        if (Files.exists(place(path), LinkOption.NOFOLLOW_LINKS)) {
            throw NewFile.twice(path);
        }
        links.add(path, target);
    }

    /** What was written so far, with the links that are still to be made. */
    public TreeTotals totals() {
        return totals;
    }

    /** The name of the one directory at the top, where there is nothing else at the top. */
    public Optional<String> onlyDirectory() {
        if (top.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<TreePath, Boolean> only = top.entrySet().iterator().next();
        return only.getValue() ? Optional.of(only.getKey().toString()) : Optional.empty();
    }

    /**
     * Makes the links that are below one directory, which is the tree from then on: what is beside it is of no account.
     *
     * @param below the directory's name, or an empty text for the root
     * @return the directory
     * @throws UnsafeTreeException where a link leads out of it, or there is no such directory
     */
    public Path finish(String below) throws IOException {
        TreePath path = TreePath.of(below, limits);
        Path directory = path.in(root);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnsafeTreeException(
                    "there is no directory " + TreePath.shown(below) + " in it", "Name a directory that is there.");
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

    /** Where something new goes, in a directory that is there. */
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
