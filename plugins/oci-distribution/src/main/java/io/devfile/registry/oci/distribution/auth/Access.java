package io.devfile.registry.oci.distribution.auth;

/**
 * What one wants to be let in for. Two accesses that are equal need the same token.
 *
 * @param target a repository, or what stands for the whole registry
 */
public record Access(String target, Right right) {

    /** What one wants to do. */
    public enum Right {
        READ,
        WRITE,
        DELETE
    }
}
