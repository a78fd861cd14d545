package io.devfile.registry.oci.distribution.auth;

/**
 * The access that a request needs. Two equal accesses need the same token.
 *
 * @param target a repository, or a name that stands for the whole registry
 */
public record Access(String target, Right right) {

    /** The kind of operation. */
    public enum Right {
        READ,
        WRITE,
        DELETE
    }
}
