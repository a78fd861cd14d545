package io.devfile.registry.index.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text in the form in which it is compared: lower case, white space trimmed and collapsed. An instance remembers what it
 * has normalised, because the versions of an entry mostly say the same; it is not thread-safe.
 */
final class NormalText {

    /** Stands between the elements of a list, as no value can contain it. */
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

    /** The elements in one text, in which a value is found just when one of them contains it; empty for none. */
    String joined(Collection<String> elements) {
        return known.computeIfAbsent(
                List.copyOf(elements),
                raw -> raw.stream()
                        .map(NormalText::of)
                        .filter(element -> !element.isEmpty())
                        .collect(Collectors.joining(BETWEEN)));
    }
}
