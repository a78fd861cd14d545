package io.devfile.registry.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares entity tags.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, section 13.1.2</a>
 */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private EntityTags() {}

    /**
     * Whether an If-None-Match header contains a tag, by weak comparison.
     *
     * @param header the value of the header; empty if there is none
     * @param tag with its quotes
     */
    public static boolean matches(String header, String tag) {
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (tags.group(1).equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
