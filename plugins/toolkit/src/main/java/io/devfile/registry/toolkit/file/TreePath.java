package io.devfile.registry.toolkit.file;

import io.devfile.registry.toolkit.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The relative path of an entry in a tree, from the tree's root. Each part leads exactly one level down. */
record TreePath(List<String> parts) {

    private static final int PART_BYTES = 255;
    private static final int SHOWN = 120;

    /**
     * Parses a path with slashes between its parts. Empty parts and parts that are a single dot are ignored.
     *
     * @throws UnsafeTreeException if the path is absolute, leads upwards, exceeds the limits for length or depth, or
     *     has characters that are not portable
     */
    static TreePath of(String name, TreeLimits limits) throws UnsafeTreeException {
        if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
            throw unsafe(name, "is absolute");
        }
        checkCharacters(name);
        if (bytes(name) > limits.pathBytes()) {
            throw unsafe(name, "is longer than " + limits.pathBytes() + " bytes");
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw unsafe(name, "contains the part '..'");
            }
            if (bytes(part) > PART_BYTES) {
                throw unsafe(name, "has a part of more than " + PART_BYTES + " bytes");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.size() > limits.depth()) {
            throw unsafe(name, "is deeper than " + limits.depth() + " directories");
        }
        return new TreePath(List.copyOf(parts));
    }

    /** @throws UnsafeTreeException if a name or the target of a link has characters that are not portable */
    static void checkCharacters(String name) throws UnsafeTreeException {
        if (name.indexOf('\\') >= 0) {
            throw unsafe(name, "has a backslash");
        }
        if (name.chars().anyMatch(character -> Character.isISOControl(character))) {
            throw unsafe(name, "has a control character");
        }
        if (name.indexOf('\ufffd') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw unsafe(name, "is not valid UTF-8");
        }
    }

    boolean isRoot() {
        return parts.isEmpty();
    }

    TreePath parent() {
        return new TreePath(parts.subList(0, parts.size() - 1));
    }

    /** @throws UnsafeTreeException if the name is not valid on the file system */
    Path in(Path root) throws UnsafeTreeException {
        try {
            return root.resolve(toString());
        } catch (InvalidPathException e) {
            throw new UnsafeTreeException(
                    "the name " + SafeText.quoted(toString()) + " is not valid on this server's file system",
                    "Start the server with LANG=C.UTF-8, or use other names.");
        }
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }

    private static UnsafeTreeException unsafe(String name, String why) {
        return new UnsafeTreeException(
                "the name " + SafeText.quoted(name) + " " + why, "Remove or rename it at the origin.");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
