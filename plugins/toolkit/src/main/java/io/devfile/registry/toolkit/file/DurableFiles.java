package io.devfile.registry.toolkit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes files so that a reader, also one after a crash, finds the old content or the new, never a part: the content goes
 * to a temporary file beside the target, is forced to the disk, renamed over the target in one step, and the directory is
 * forced, too.
 *
 * <p>Temporary files begin with {@value #TEMPORARY_PREFIX}. What a crash left of them is removed by
 * {@link #sweep(Path)} at the next start, before anybody writes there.
 *
 * <p>Safe for use by several threads and processes; of several writers of one file the last one wins whole.
 */
public final class DurableFiles {

    /** What the names of temporary files begin with. */
    public static final String TEMPORARY_PREFIX = ".tmp-";

    private DurableFiles() {}

    /** Writes content to a stream. */
    @FunctionalInterface
    public interface Writer {
        /** Writes all of the content; does not close the stream. Where it throws, the target stays as it is. */
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Replaces or makes a file. Its directory must exist.
     *
     * @throws IOException where that fails; the target is then as it was, and the temporary file is gone
     */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, stream -> stream.write(content));
    }

    /** As {@link #write(Path, byte[])}, with content that is written piece by piece. */
    public static void write(Path target, Writer writer) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        Path temporary = directory.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writer.writeTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            move(temporary, target);
            force(directory);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Turns a finished temporary file, in the target's directory, into the target.
     *
     * @throws IOException where that fails; the target is then as it was, and the temporary file still there
     */
    public static void moveInto(Path temporary, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        move(temporary, target);
        force(target.toAbsolutePath().getParent());
    }

    /**
     * Makes a directory and those above it that are missing, and forces them to the disk.
     *
     * @throws IOException where one cannot be made
     */
    public static void createDirectories(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return;
        }
        Path parent = absolute.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        Files.createDirectories(absolute);
        if (parent != null) {
            force(parent);
        }
    }

    /**
     * Removes the temporary files directly in a directory.
     *
     * @throws IOException where the directory cannot be listed or one of them not be removed
     */
    public static void sweep(Path directory) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /**
     * Removes a directory with all that is in it, or a file; links in it are removed, not followed.
     *
     * @throws IOException where something in it cannot be removed; where there is nothing at all, nothing happens
     */
    public static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Forces a directory's entries to the disk, where the platform can do that. */
    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void move(Path source, Path target) throws IOException {
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The file system of " + target.getParent() + " cannot rename atomically", e);
        }
    }
}
