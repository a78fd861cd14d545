package io.devfile.registry.toolkit.file;

import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Creates files of a tree, within limits. For one thread. */
final class NewFile {

    private static final int BLOCK = 64 * 1024;
    private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final TreeLimits limits;
    private final byte[] block = new byte[BLOCK];

    NewFile(TreeLimits limits) {
        this.limits = limits;
    }

    /**
     * Creates a file that must not exist yet.
     *
     * @param totals of the tree without this file's bytes
     * @return the totals with them
     */
    TreeTotals make(Path file, TreePath name, boolean executable, InputStream content, TreeTotals totals)
            throws IOException {
        TreeTotals after;
        try (OutputStream stream =
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            after = copy(name, content, stream, totals);
        } catch (FileAlreadyExistsException e) {
            throw twice(name);
        }
        if (executable && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.addAll(EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
        return after;
    }

    static UnsafeTreeException twice(TreePath path) {
        return new UnsafeTreeException(
                "the name " + SafeText.quoted(path.toString())
                        + " already exists, or another name differs only in case and the file system ignores case",
                "Remove or rename one of them at the origin.");
    }

    private TreeTotals copy(TreePath name, InputStream content, OutputStream stream, TreeTotals totals)
            throws IOException {
        long size = 0;
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            size += read;
            if (size > limits.fileBytes()) {
                throw new UnsafeTreeException(
                        "the file " + SafeText.quoted(name.toString()) + " has more than " + limits.fileBytes()
                                + " bytes",
                        "Remove it, or make it smaller.");
            }
            totals.plus(0, size).check(limits);
            stream.write(block, 0, read);
        }
        return totals.plus(0, size);
    }
}
