package io.devfile.registry.content;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The symbolic links of a zip that stay within it, in any directory into which it is unpacked. Each link goes up only
 * from its own directory, which must not be a link, and not above the top. From there it goes down, possibly through
 * other links, which also stay within the zip. Letter case and Unicode normalisation forms are ignored, because some
 * file systems ignore them. For one thread.
 */
final class ZipLinks {

    private final Set<String> names = new HashSet<>();

    /** Adds a link, unless it may leave the zip. */
    boolean add(String name, String target) {
        if (target.startsWith("/") || target.contains("\\") || target.indexOf('\0') >= 0 || target.contains(":")) {
            return false;
        }
        Deque<String> directory = new ArrayDeque<>();
        String[] parts = name.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            if (!isHere(parts[i])) {
                directory.addLast(parts[i]);
            }
        }
        boolean down = false;
        for (String part : target.split("/", -1)) {
            if (part.equals("..")) {
                if (down || directory.pollLast() == null) {
                    return false;
                }
            } else if (!isHere(part)) {
                down = true;
            }
        }
        names.add(plain(name));
        return true;
    }

    /** Whether a part of the path, except the last one, is a link. */
    boolean isBelowOne(String name) {
        if (names.isEmpty()) {
            return false;
        }
        String plain = plain(name);
        for (int slash = plain.indexOf('/'); slash >= 0; slash = plain.indexOf('/', slash + 1)) {
            if (names.contains(plain.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        String direct =
                Stream.of(name.split("/", -1)).filter(part -> !isHere(part)).collect(Collectors.joining("/"));
        String folded = Normalizer.normalize(direct, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return folded + (name.endsWith("/") ? "/" : "");
    }

    private static boolean isHere(String part) {
        return part.isEmpty() || part.equals(".");
    }
}
