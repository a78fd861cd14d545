package io.devfile.registry.catalog.finding;

/** The consequence of a finding for the entry that it is about. */
public enum Severity {
    /** The entry, or the version, is left out. */
    ERROR,
    /** The entry is served nevertheless. */
    WARNING
}
