package io.devfile.registry.toolkit.file;

import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Changes files and directories of a tree that a {@link TreeWriter} wrote, by the same rules. Links are not changed,
 * and nothing is changed through a link. A failed call leaves the tree in an undefined state: delete the tree. For one
 * thread.
 */
public final class TreeEditor {

    private final Path root;
    private final TreeLimits limits;
    private final NewFile files;
    private TreeTotals totals;

    /**
     * @param root the tree
     * @param totals the current totals of the tree
     */
    public TreeEditor(Path root, TreeLimits limits, TreeTotals totals) {
        this.root = root;
        this.limits = limits;
        this.files = new NewFile(limits);
        this.totals = totals;
    }

    /** The current totals of the tree. */
    public TreeTotals totals() {
        return totals;
    }

    /**
     * Creates a directory in an existing directory.
     *
     * @throws UnsafeTreeException if the name or the number of entries is not allowed, or the name already exists
     */
    public void directory(String name) throws IOException {
        TreePath path = TreePath.of(name, limits);
        Path directory = place(path);
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw NewFile.twice(path);
        }
        totals = totals.plus(1, 0);
        totals.check(limits);
        Files.createDirectory(directory);
    }

    /**
     * Creates a file in an existing directory.
     *
     * @param content is read to its end, and not closed
     * @throws UnsafeTreeException if the name or the size is not allowed, or the name already exists
     */
    public void file(String name, boolean executable, InputStream content) throws IOException {
        TreePath path = TreePath.of(name, limits);
        Path file = place(path);
        totals = totals.plus(1, 0);
        totals.check(limits);
        totals = files.make(file, path, executable, content, totals);
    }

    /** Removes a file, or a directory with all its content; does nothing if it does not exist. */
    public void remove(String name) throws IOException {
        Path place = place(TreePath.of(name, limits));
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            TreeTotals removed = count(place);
            DurableFiles.deleteTree(place);
            totals = totals.plus(-removed.entries(), -removed.bytes());
        }
    }

    private Path place(TreePath path) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        if (path.isRoot()) {
            throw new UnsafeTreeException("it has an entry without a name", "Remove it at the origin.");
        }
        Path parent = path.parent().in(root);
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)
                || !parent.toRealPath()
                        .equals(root.toRealPath().resolve(path.parent().toString()))) {
            throw new UnsafeTreeException(
                    "the name " + SafeText.quoted(path.toString()) + " has a parent that is not a directory",
                    "Remove or rename it at the origin.");
        }
        return path.in(root);
    }

    private static TreeTotals count(Path place) throws IOException {
        TreeTotals[] counted = {TreeTotals.NONE};
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                counted[0] = counted[0].plus(1, 0);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                counted[0] = counted[0].plus(1, attributes.isRegularFile() ? attributes.size() : 0);
                return FileVisitResult.CONTINUE;
            }
        });
        return counted[0];
    }
}
