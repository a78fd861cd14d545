package io.devfile.registry.spi.oci.model;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The digest of some bytes: {@code sha256:} and 64, or {@code sha512:} and 128 lower-case hexadecimal digits. Ordered
 * as text.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests">OCI Image Specification
 *     1.1, Digests</a>
 */
public record Digest(DigestAlgorithm algorithm, String hex) implements Reference, Comparable<Digest> {

    /** @throws IllegalArgumentException if the digits are not valid for the algorithm */
    public Digest {
        if (!isHex(hex, algorithm.hexLength())) {
            throw new IllegalArgumentException("Not a digest: " + Quoted.of(algorithm.identifier() + ":" + hex)
                    + ". After " + algorithm.identifier() + ": there must be " + algorithm.hexLength()
                    + " lower-case hexadecimal digits.");
        }
    }

    /**
     * Parses {@code algorithm:digits}.
     *
     * @throws IllegalArgumentException if the text does not have that form or the algorithm is not known
     */
    public static Digest parse(String text) {
        return tryParse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "Not a digest: " + Quoted.of(text)
                                        + ". A digest is sha256: followed by 64, or sha512: followed by 128, lower-case hexadecimal digits."));
    }

    /** As {@link #parse}, but empty if the text is not a digest. */
    public static Optional<Digest> tryParse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String hex = text.substring(colon + 1);
        return DigestAlgorithm.of(text.substring(0, colon))
                .filter(algorithm -> isHex(hex, algorithm.hexLength()))
                .map(algorithm -> new Digest(algorithm, hex));
    }

    /** The SHA-256 digest of the bytes. */
    public static Digest of(byte[] bytes) {
        return of(bytes, DigestAlgorithm.SHA256);
    }

    /** The digest of the bytes, with the given algorithm. */
    public static Digest of(byte[] bytes, DigestAlgorithm algorithm) {
        return new Digest(
                algorithm, HexFormat.of().formatHex(algorithm.newMessageDigest().digest(bytes)));
    }

    /** The result of a digest computation; resets the computation. */
    public static Digest of(MessageDigest computation, DigestAlgorithm algorithm) {
        return new Digest(algorithm, HexFormat.of().formatHex(computation.digest()));
    }

    @Override
    public int compareTo(Digest other) {
        int byAlgorithm = algorithm.identifier().compareTo(other.algorithm.identifier());
        return byAlgorithm != 0 ? byAlgorithm : hex.compareTo(other.hex);
    }

    /** {@code algorithm:digits}. */
    @Override
    public String toString() {
        return algorithm.identifier() + ":" + hex;
    }

    private static boolean isHex(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
