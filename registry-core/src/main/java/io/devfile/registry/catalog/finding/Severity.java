package io.devfile.registry.catalog.finding;

/** What a finding means for the entry that it is about. */
public enum Severity {
    /** The entry, or the version, is left out. */
    ERROR,
    /** It is served all the same. */
    WARNING
}
