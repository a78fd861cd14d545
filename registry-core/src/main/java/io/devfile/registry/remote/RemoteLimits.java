package io.devfile.registry.remote;

/** The limits for content from a remote. Sizes are in bytes. */
final class RemoteLimits {

    static final long TREE_BYTES = 512L << 20;
    static final long TREE_ENTRIES = 50_000;
    static final long ZIP_BYTES = 256L << 20;

    private RemoteLimits() {}
}
