package io.devfile.registry.index.query;

import java.util.Collection;
import java.util.function.Function;

/** The normalised text of all fields of an entry or a version. Immutable. */
final class SearchText {

    private static final SearchField[] FIELDS = SearchField.values();

    private final String[] texts = new String[FIELDS.length];

    SearchText(Function<Extraction, Collection<String>> fieldValues, NormalText normal) {
        for (SearchField field : FIELDS) {
            texts[field.ordinal()] = normal.joined(fieldValues.apply(field.extraction));
        }
    }

    /** @param values normalised values */
    boolean matches(SearchField field, Collection<String> values) {
        String text = texts[field.ordinal()];
        if (text.isEmpty()) {
            return field.matchesWhenAbsent();
        }
        for (String value : values) {
            if (!text.contains(value)) {
                return false;
            }
        }
        return true;
    }
}
