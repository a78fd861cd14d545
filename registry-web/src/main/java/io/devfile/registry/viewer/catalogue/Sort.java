package io.devfile.registry.viewer.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The order of the results. Deprecated entries come last in each order. Without a search text, stacks are more relevant
 * than samples, and what changed lately is more relevant.
 */
public enum Sort {
    RELEVANCE("Relevance"),
    NAME("Name"),
    UPDATED("Last updated");

    private final String label;

    Sort(String label) {
        this.label = label;
    }

    /** The value of the query parameter. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that users see. */
    public String label() {
        return label;
    }

    static Optional<Sort> of(String value) {
        return Arrays.stream(values())
                .filter(sort -> sort.value().equalsIgnoreCase(value))
                .findFirst();
    }
}
