package io.devfile.registry.spi.oci.model;

import java.util.Optional;

/**
 * A name that can be moved from manifest to manifest: 1 to 128 characters. The first character is a letter, digit or
 * underscore; the others may also be dots and hyphens. Ordered by code point.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">OCI
 *     Distribution Specification 1.1, Pulling manifests</a>
 */
public record Tag(String value) implements Reference, Comparable<Tag> {

    /** The maximum length of a tag, in characters. */
    public static final int MAX_LENGTH = 128;

    private static final int REFERRING_DIGITS = 64;

    /** @throws IllegalArgumentException if the value is not a tag */
    public Tag {
        if (!isTag(value)) {
            throw new IllegalArgumentException("Not a tag: " + Quoted.of(value)
                    + ". A tag has 1 to 128 of the characters A-Z a-z 0-9 _ . - and does not begin with . or -.");
        }
    }

    /** The tag, or empty if the text is not a tag. */
    public static Optional<Tag> tryParse(String text) {
        return isTag(text) ? Optional.of(new Tag(text)) : Optional.empty();
    }

    /**
     * The tag that points to a referrer of a manifest, or to a list of its referrers, if a registry has no other way to
     * find them: the algorithm, a hyphen and the first 64 digits of the digest.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema">OCI
     *     Distribution Specification 1.1, Referrers tag schema</a>
     */
    public static Tag referringTo(Digest subject) {
        return new Tag(subject.algorithm().identifier() + "-" + subject.hex().substring(0, REFERRING_DIGITS));
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isTag(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (!word && (i == 0 || c != '.' && c != '-')) {
                return false;
            }
        }
        return true;
    }
}
