package io.devfile.registry.toolkit.content;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;

/** The bytes that were read do not match their digest or size. The message states the difference. */
public final class DigestMismatchException extends IOException {

    private static final long serialVersionUID = 1L;

    private DigestMismatchException(String message) {
        super(message);
    }

    static DigestMismatchException shorter(long expected, long found) {
        return new DigestMismatchException("the content has " + found + " bytes instead of " + expected);
    }

    static DigestMismatchException longer(long expected) {
        return new DigestMismatchException("the content has more than " + expected + " bytes");
    }

    static DigestMismatchException other(Digest expected, Digest found) {
        return new DigestMismatchException("the content has the digest " + found + " instead of " + expected);
    }
}
