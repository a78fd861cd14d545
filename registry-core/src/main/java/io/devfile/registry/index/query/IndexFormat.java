package io.devfile.registry.index.query;

/** The two formats of the index. */
public enum IndexFormat {
    /** Without versions: the default version is folded into its entry. */
    V1,
    /** With versions. */
    V2
}
