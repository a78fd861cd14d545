package io.devfile.registry.index.model;

import java.util.Locale;

/** The type of an entry of the index. */
public enum EntryType {
    /** Versions of a devfile, with its files, stored as OCI artifacts. */
    STACK,
    /** An application with a devfile, stored in a Git repository. */
    SAMPLE;

    /** The type as the index writes it: {@code stack} or {@code sample}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
