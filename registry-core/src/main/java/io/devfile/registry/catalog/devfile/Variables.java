package io.devfile.registry.catalog.devfile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code variables} of a devfile, which are used elsewhere in it as <code>{{name}}</code>.
 *
 * @param values by name
 * @param complete whether there are no further variables in a parent
 */
record Variables(Map<String, String> values, boolean complete) {

    private static final Pattern USE = Pattern.compile("\\{\\{\\s*+([^{}\\s]++)\\s*+}}");

    /** Longer than any text that the rules check. */
    private static final int LONGEST = 10_000;

    static Variables of(@Nullable Object values, boolean complete) {
        Map<String, String> texts = new HashMap<>();
        if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return new Variables(texts, complete);
    }

    /**
     * The text with variables replaced; unknown variables are left as they are. Empty if a parent may define one of
     * them.
     */
    Optional<String> replaceIn(String text) {
        if (!text.contains("{{")) {
            return Optional.of(text);
        }
        StringBuilder replaced = new StringBuilder();
        Matcher use = USE.matcher(text);
        int end = 0;
        while (use.find() && replaced.length() < LONGEST) {
            String value = values.get(use.group(1));
            if (value == null && !complete) {
                return Optional.empty();
            }
            replaced.append(text, end, use.start()).append(value == null ? use.group() : value);
            end = use.end();
        }
        return Optional.of(replaced.append(text, end, text.length()).toString());
    }
}
