package io.devfile.registry.index.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Normalised text for comparisons: lower case, white space trimmed and collapsed. An instance caches the normalised
 * texts, because the versions of an entry usually have the same texts; it is not thread-safe.
 */
final class NormalText {

    /** Separates the elements of a list; no value can contain it. */
    private static final String BETWEEN = "\n";

    private final Map<List<String>, String> known = new HashMap<>();

    static String of(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else {
                if (space && !normal.isEmpty()) {
                    normal.append(' ');
                }
                space = false;
                normal.append(c);
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * All elements as one text. A value is found in it if and only if one of the elements contains the value. Empty if
     * there are no elements.
     */
    String joined(Collection<String> elements) {
        return known.computeIfAbsent(
                List.copyOf(elements),
                raw -> raw.stream()
                        .map(NormalText::of)
                        .filter(element -> !element.isEmpty())
                        .collect(Collectors.joining(BETWEEN)));
    }
}
