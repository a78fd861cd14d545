package io.devfile.registry.spi.oci.model;

import java.util.Optional;

/**
 * The name of a repository: parts joined by {@code /}, at most 255 characters. A part consists of groups of lower-case
 * letters and digits, joined by {@code .}, {@code _}, {@code __} or any number of {@code -}. Therefore no part is
 * empty, {@code .} or {@code ..}. Checked in one pass, in time proportional to the length. Ordered by code point.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">OCI
 *     Distribution Specification 1.1, Pulling manifests</a>
 */
public record RepositoryName(String value) implements Comparable<RepositoryName> {

    /** The maximum length of a name, in characters. */
    public static final int MAX_LENGTH = 255;

    /** @throws IllegalArgumentException if the value is not a repository name */
    public RepositoryName {
        if (!isName(value)) {
            throw new IllegalArgumentException(
                    "Not a repository name: " + Quoted.of(value)
                            + ". A name has up to 255 characters. Its parts are separated by / and consist of a-z and 0-9, with . _ __ or - between them.");
        }
    }

    /** The name, or empty if the text is not a repository name. */
    public static Optional<RepositoryName> tryParse(String text) {
        return isName(text) ? Optional.of(new RepositoryName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(RepositoryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        int i = 0;
        while (true) {
            int run = endOfRun(text, i);
            if (run == i) {
                return false;
            }
            if (run == text.length()) {
                return true;
            }
            i = endOfSeparator(text, run);
            if (i == run) {
                return false;
            }
        }
    }

    private static int endOfRun(String text, int from) {
        int i = from;
        while (i < text.length() && isAlphanumeric(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The position after the separator that begins at {@code from}, or {@code from} if no separator begins there. */
    private static int endOfSeparator(String text, int from) {
        int i = from + 1;
        switch (text.charAt(from)) {
            case '/', '.' -> {
                return i;
            }
            case '_' -> {
                return i < text.length() && text.charAt(i) == '_' ? i + 1 : i;
            }
            case '-' -> {
                while (i < text.length() && text.charAt(i) == '-') {
                    i++;
                }
                return i;
            }
            default -> {
                return from;
            }
        }
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
