package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a tree at one point in time: the name, size, time and readability of each file in it. Two states are
 * compared without reading a file.
 */
final class TreeRevision extends SimpleFileVisitor<Path> {

    private static final int HEX_DIGITS = 40;

    private final Path root;
    private final NavigableMap<String, Look> files = new TreeMap<>();
    private String digest = "";

    private record Look(String text, @Nullable Instant modified) {}

    private TreeRevision(Path root) {
        this.root = root;
    }

    static TreeRevision of(Path root) throws IOException {
        TreeRevision walk = new TreeRevision(root);
        Files.walkFileTree(root, walk);
        walk.digest = "tree:" + digest(walk.files);
        return walk;
    }

    /** The digest of the whole tree. */
    String digest() {
        return digest;
    }

    /** The digest of the content below a directory; empty if it contains no files. */
    Optional<String> digest(Path directory) {
        NavigableMap<String, Look> below = below(directory);
        return below.isEmpty() ? Optional.empty() : Optional.of(digest(below));
    }

    /** The newest time of the files below a directory; empty if there are none. */
    Optional<Instant> lastModified(Path directory) {
        return below(directory).values().stream()
                .map(Look::modified)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private NavigableMap<String, Look> below(Path directory) {
        String prefix = directory.normalize().toString();
        if (prefix.isEmpty()) {
            return files;
        }
        return files.subMap(prefix + "/", true, prefix + "/" + Character.MAX_VALUE, true);
    }

    private static String digest(NavigableMap<String, Look> files) {
        MessageDigest computation = DigestAlgorithm.SHA256.newMessageDigest();
        files.forEach((name, look) -> {
            computation.update(name.getBytes(StandardCharsets.UTF_8));
            computation.update((byte) 0);
            computation.update(look.text().getBytes(StandardCharsets.UTF_8));
            computation.update((byte) 0);
        });
        return HexFormat.of().formatHex(computation.digest()).substring(0, HEX_DIGITS);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        // A change of a mounted ConfigMap only changes the target of a link.
        String target =
                attributes.isSymbolicLink() ? Files.readSymbolicLink(file).toString() : "";
        String text = attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey() + " "
                + Files.isReadable(file) + target;
        Instant modified = attributes.isSymbolicLink()
                ? null
                : attributes.lastModifiedTime().toInstant();
        files.put(name(file), new Look(text, modified));
        return FileVisitResult.CONTINUE;
    }

    /** A file that was removed after its directory was listed only changes the revision. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        files.put(name(file), new Look("unreadable", null));
        return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }
}
