package io.devfile.registry.viewer.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes text into addresses (RFC 3986). */
public final class PathSegment {

    private PathSegment() {}

    /** The text with everything encoded that is not unreserved; fit for a path segment and for a query alike. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
