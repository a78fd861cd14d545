package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;

/** Bytes that were read are not those of their digest. The message says in what they differ. */
final class DigestMismatch extends IOException {

    private static final long serialVersionUID = 1L;

    private DigestMismatch(String message) {
        super(message);
    }

    static DigestMismatch shorter(long expected, long found) {
        return new DigestMismatch("the content has " + found + " bytes instead of " + expected);
    }

    static DigestMismatch longer(long expected) {
        return new DigestMismatch("the content has more than " + expected + " bytes");
    }

    static DigestMismatch other(Digest expected, Digest found) {
        return new DigestMismatch("the content has the digest " + found + " instead of " + expected);
    }
}
