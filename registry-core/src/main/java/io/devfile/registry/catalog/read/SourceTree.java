package io.devfile.registry.catalog.read;

import io.devfile.registry.content.LimitedInputStream;
import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The directory tree of a snapshot. Nothing outside of the tree can be reached. Paths are named relative to the root,
 * with {@code /}, as findings need them.
 */
final class SourceTree {

    private final Path root;
    private final String place;

    SourceTree(Path root) {
        this(root, "");
    }

    /** @param place the name of the root in findings, if the root represents a directory of another tree */
    SourceTree(Path root, String place) {
        this.root = root;
        this.place = place;
    }

    /** The path relative to the root. */
    Path relative(Path path) {
        return root.relativize(path);
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    /** Relative to the root, with {@code /} and without control characters. */
    String name(Path path) {
        String relative =
                root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        String name = place.isEmpty() || relative.isEmpty() ? place + relative : place + "/" + relative;
        return SafeText.of(name, Integer.MAX_VALUE);
    }

    /**
     * The direct children of a directory, in code point order of their names; empty if the directory does not exist.
     */
    List<Path> list(Path directory) throws ContentException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            children.forEach(found::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw new ContentException(
                    name(directory), "The directory cannot be listed. Make it readable for the server.");
        }
        found.sort(Comparator.comparing(path -> path.getFileName().toString(), SourceTree::byCodePoint));
        return found;
    }

    /**
     * The target of a path after links are followed.
     *
     * @param boundary a directory; a target outside of it is refused
     */
    Path follow(Path path, Path boundary) throws ContentException {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(boundary.toRealPath())) {
                throw new ContentException(
                        name(path),
                        "The symbolic link leaves " + (boundary.equals(root) ? "the repository" : name(boundary) + "/")
                                + ". Put the file itself there instead of a link.");
            }
            return real;
        } catch (IOException e) {
            throw new ContentException(
                    name(path),
                    "The file cannot be read; it is a broken link, or it has just been removed. Put it back.");
        }
    }

    boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Whether the path is a symbolic link to something other than a file; a link to a file is harmless, for example for
     * a README.
     */
    boolean isLink(Path path) {
        return Files.isSymbolicLink(path) && !Files.isRegularFile(path);
    }

    /** Whether something with this name exists, even if it is a broken link. */
    boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Whether the file's mode permits its owner to execute it; Git stores this information. Whether the server may
     * execute the file depends on the server's user and on the mount options of the file system. The archive must not
     * depend on these.
     */
    boolean isExecutable(Path real) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(real, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    /** All bytes of a small file. */
    byte[] read(Path path, Path boundary, long limit) throws ContentException {
        Path real = follow(path, boundary);
        if (!Files.isRegularFile(real)) {
            throw new ContentException(name(path), "This is not a file. Put a file here.");
        }
        try (InputStream in = new LimitedInputStream(Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS), limit)) {
            return in.readAllBytes();
        } catch (TooLargeException e) {
            throw tooLarge(path, limit);
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    ContentException tooLarge(Path path, long limit) {
        return new ContentException(
                name(path), "The file is larger than " + limit + " bytes. Make it smaller, or keep it elsewhere.");
    }

    ContentException unreadable(Path path) {
        return new ContentException(
                name(path),
                "The file cannot be read. Make it readable for the server, or put it back if it was removed.");
    }

    private static int byCodePoint(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
