package io.devfile.registry.index.query;

/** The two forms in which the index is given. */
public enum IndexFormat {
    /** Without versions: the default one is folded into its entry. */
    V1,
    /** With versions. */
    V2
}
