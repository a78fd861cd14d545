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
 * Writes files atomically and durably: a reader, even after a crash, finds the old content or the new content, never a
 * part. The content is written to a temporary file beside the target and forced to the disk. Then the file is renamed
 * over the target in one step, and the directory is forced to the disk, too.
 *
 * <p>The names of temporary files begin with {@value #TEMPORARY_PREFIX}. Temporary files that a crash left are removed
 * by {@link #sweep(Path)} at the next start, before anything is written there.
 *
 * <p>Safe for use by several threads and processes; if several writers write one file, the last one wins completely.
 */
public final class DurableFiles {

    /** The prefix of the names of temporary files. */
    public static final String TEMPORARY_PREFIX = ".tmp-";

    private DurableFiles() {}

    /** Writes content to a stream. */
    @FunctionalInterface
    public interface Writer {
        /** Writes all of the content; does not close the stream. If this method throws, the target is not changed. */
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Replaces or creates a file. Its directory must exist.
     *
     * @throws IOException if that fails; the target is then unchanged, and the temporary file is removed
     */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, stream -> stream.write(content));
    }

    /** As {@link #write(Path, byte[])}, with content that is written in pieces. */
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
     * Renames a finished temporary file, in the target's directory, to the target.
     *
     * @throws IOException if that fails; the target is then unchanged, and the temporary file still exists
     */
    public static void moveInto(Path temporary, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        move(temporary, target);
        force(target.toAbsolutePath().getParent());
    }

    /**
     * Creates a directory and its missing parents, and forces them to the disk.
     *
     * @throws IOException if one of them cannot be created
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
     * @throws IOException if the directory cannot be listed or one of the files cannot be removed
     */
    public static void sweep(Path directory) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /**
     * Removes a directory with all its content, or a file; symbolic links are removed, not followed. Does nothing if it
     * does not exist.
     *
     * @throws IOException if something cannot be removed
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

    /** Forces a directory's entries to the disk, if the platform supports it. */
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
