package io.devfile.registry.remote;

/** How much a remote may deliver. Sizes in bytes. */
final class RemoteLimits {

    static final long TREE_BYTES = 512L << 20;
    static final long TREE_ENTRIES = 50_000;
    static final long ZIP_BYTES = 256L << 20;

    private RemoteLimits() {}
}
