package io.devfile.registry.index.model;

import java.util.Locale;

/** What an entry of the index describes. */
public enum EntryType {
    /** Versions of a devfile, with its files, kept as OCI artifacts. */
    STACK,
    /** An application with a devfile, kept in a Git repository. */
    SAMPLE;

    /** The type as the index writes it: {@code stack} or {@code sample}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
