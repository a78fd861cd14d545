package io.devfile.registry.spi.oci.model;

import java.util.Optional;

/**
 * The media type in a descriptor: {@code type/subtype}, each 1 to 127 characters, without parameters.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6838#section-4.2">RFC 6838, section 4.2</a>
 */
public record MediaType(String value) {

    /** {@code application/vnd.oci.image.manifest.v1+json}. */
    public static final MediaType IMAGE_MANIFEST = new MediaType("application/vnd.oci.image.manifest.v1+json");

    /** {@code application/vnd.oci.image.index.v1+json}. */
    public static final MediaType IMAGE_INDEX = new MediaType("application/vnd.oci.image.index.v1+json");

    /** {@code application/octet-stream}. */
    public static final MediaType OCTET_STREAM = new MediaType("application/octet-stream");

    private static final int LONGEST_NAME = 127;
    private static final String PUNCTUATION = "!#$&-^_.+";

    /** @throws IllegalArgumentException if the value does not have that form */
    public MediaType {
        if (!isMediaType(value)) {
            throw new IllegalArgumentException(
                    "Not a media type: " + Quoted.of(value) + ". A media type is type/subtype, as in RFC 6838.");
        }
    }

    /** The media type, or empty if the text is not a media type. */
    public static Optional<MediaType> tryParse(String text) {
        return isMediaType(text) ? Optional.of(new MediaType(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isMediaType(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isName(text, 0, slash) && isName(text, slash + 1, text.length());
    }

    private static boolean isName(String text, int from, int to) {
        if (to - from < 1 || to - from > LONGEST_NAME) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && (i == from || PUNCTUATION.indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }
}
