package io.devfile.registry.index.query;

import io.devfile.registry.index.model.EntryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of entries that the path of a request selects. */
public enum TypeFilter {
    STACK,
    SAMPLE,
    ALL;

    /**
     * The filter for a segment of the path, {@code stack}, {@code sample} or {@code all}; empty for any other segment.
     */
    public static Optional<TypeFilter> named(String segment) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(segment))
                .findFirst();
    }

    public boolean accepts(EntryType type) {
        return this == ALL || name().equals(type.name());
    }
}
