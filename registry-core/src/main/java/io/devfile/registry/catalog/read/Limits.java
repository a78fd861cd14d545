package io.devfile.registry.catalog.read;

/**
 * The limits for the content of a source. Content above a limit is an error in the content, not in the server. Sizes
 * are in bytes.
 */
final class Limits {

    static final long YAML_SIZE = 1024 * 1024;
    static final long ENTRIES_SIZE = 8 * 1024 * 1024;
    static final long FILE_SIZE = 256L * 1024 * 1024;
    static final long VERSION_SIZE = 512L * 1024 * 1024;
    static final int FILES_PER_VERSION = 5_000;
    static final int DEPTH = 32;

    /** In characters; applies to paths, addresses and other texts of an entry. */
    static final int TEXT = 2048;

    /** In characters. */
    static final int DESCRIPTION = 16_384;

    private Limits() {}
}
