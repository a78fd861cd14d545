package io.devfile.registry.viewer.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The order of what was found. What is deprecated comes last in each. */
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

    /** What people call it. */
    public String label() {
        return label;
    }

    static Optional<Sort> of(String value) {
        return Arrays.stream(values())
                .filter(sort -> sort.value().equalsIgnoreCase(value))
                .findFirst();
    }
}
