package io.devfile.registry.viewer.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes text for use in URLs (RFC 3986). */
public final class PathSegment {

    private PathSegment() {}

    /** The text with all characters encoded that are not unreserved; valid in a path segment and in a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
