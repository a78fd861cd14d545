package io.devfile.registry.spi.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
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

    private static final int BLOCK = 64 * 1024;
    private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path root;
    private final TreeLimits limits;
    private final boolean posix;
    private final TreeLinks links = new TreeLinks();
    private final Map<TreePath, Boolean> top = new HashMap<>();
    private final Set<TreePath> directories = new HashSet<>();
    private final byte[] block = new byte[BLOCK];
    private long entries;
    private long bytes;

    /** @param root an empty directory that only this writer writes to */
    public TreeWriter(Path root, TreeLimits limits) {
        this.root = root;
        this.limits = limits;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
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
        Path file = place(path);
        try (OutputStream stream =
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(path, content, stream);
        } catch (FileAlreadyExistsException e) {
            throw twice(path);
        }
        if (executable && posix) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.addAll(EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /**
     * Remembers a symbolic link; {@link #finish} makes it.
     *
     * @throws UnsafeTreeException where its name is refused, or its target is absolute or not portable
     */
    public void link(String name, String target) throws IOException {
        TreePath path = TreePath.of(name, limits);
        if (Files.exists(place(path), LinkOption.NOFOLLOW_LINKS)) {
            throw twice(path);
        }
        links.add(path, target);
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
                throw twice(link.getKey());
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
            throw twice(path);
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
            throw twice(path);
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
        if (++entries > limits.entries()) {
            throw new UnsafeTreeException(
                    "it has more than " + limits.entries() + " files and directories",
                    "Remove what is not needed, or set " + TreeLimits.MAX_ENTRIES + " higher.");
        }
    }

    private void copy(TreePath path, InputStream content, OutputStream stream) throws IOException {
        long size = 0;
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            size += read;
            bytes += read;
            if (size > limits.fileBytes()) {
                throw new UnsafeTreeException(
                        "the file " + TreePath.shown(path.toString()) + " has more than " + limits.fileBytes()
                                + " bytes",
                        "Remove it, or make it smaller.");
            }
            if (bytes > limits.totalBytes()) {
                throw new UnsafeTreeException(
                        "its files have more than " + limits.totalBytes() + " bytes together",
                        "Remove what is not needed, or set " + TreeLimits.MAX_SIZE + " higher.");
            }
            stream.write(block, 0, read);
        }
    }

    private static UnsafeTreeException twice(TreePath path) {
        return new UnsafeTreeException(
                "something named " + TreePath.shown(path.toString())
                        + " is there already, or differs in case only on a file system that ignores case",
                "Remove or rename one of them at the origin.");
    }
}
