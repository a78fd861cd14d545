package io.devfile.registry.spi.oci.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The algorithms that the image specification registers and this registry accepts. */
public enum DigestAlgorithm {
    /** SHA-256, which every implementation supports; the default. */
    SHA256("sha256", "SHA-256", 64),
    /** SHA-512. */
    SHA512("sha512", "SHA-512", 128);

    private final String identifier;
    private final String javaName;
    private final int hexLength;

    DigestAlgorithm(String identifier, String javaName, int hexLength) {
        this.identifier = identifier;
        this.javaName = javaName;
        this.hexLength = hexLength;
    }

    /** The name before the colon: {@code sha256}. */
    public String identifier() {
        return identifier;
    }

    /** The number of hexadecimal digits after the colon. */
    public int hexLength() {
        return hexLength;
    }

    /** A new, empty computation. */
    public MessageDigest newMessageDigest() {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + javaName, e);
        }
    }

    static Optional<DigestAlgorithm> of(String identifier) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.identifier.equals(identifier)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
