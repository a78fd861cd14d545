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
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Digests what a tree looks like from outside: the name, size, time and readability of each file in it. */
final class TreeRevision extends SimpleFileVisitor<Path> {

    private static final int HEX_DIGITS = 40;

    private final Path root;
    private final Map<String, String> files = new TreeMap<>();

    private TreeRevision(Path root) {
        this.root = root;
    }

    static String of(Path root) throws IOException {
        TreeRevision walk = new TreeRevision(root);
        Files.walkFileTree(root, walk);
        MessageDigest computation = DigestAlgorithm.SHA256.newMessageDigest();
        walk.files.forEach((name, look) -> {
            computation.update(name.getBytes(StandardCharsets.UTF_8));
            computation.update((byte) 0);
            computation.update(look.getBytes(StandardCharsets.UTF_8));
            computation.update((byte) 0);
        });
        return "tree:" + HexFormat.of().formatHex(computation.digest()).substring(0, HEX_DIGITS);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        // A mounted ConfigMap changes by pointing a link elsewhere.
        String target =
                attributes.isSymbolicLink() ? Files.readSymbolicLink(file).toString() : "";
        files.put(
                root.relativize(file).toString(),
                attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey() + " "
                        + Files.isReadable(file) + target);
        return FileVisitResult.CONTINUE;
    }

    /** A file that vanished since its directory was listed changes the revision, and that is all. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        files.put(root.relativize(file).toString(), "unreadable");
        return FileVisitResult.CONTINUE;
    }
}
