package io.devfile.registry.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;

/** Recognizes requests for a page that a person reads: browsers name {@code text/html}, and programs do not. */
public final class Browsers {

    private Browsers() {}

    static boolean isPageWanted(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream()
                .map(accept -> accept.toLowerCase(Locale.ROOT))
                .anyMatch(accept -> accept.contains("text/html") && !accept.contains("application/json"));
    }

    /** The query of a request with its question mark, for another address; empty if there is none. */
    public static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return "";
        }
        StringBuilder ascii = new StringBuilder("?");
        // bytes that the client should have encoded
        query.chars().forEach(c -> {
            if (c > ' ' && c < 0x7f) {
                ascii.append((char) c);
            } else {
                ascii.append(URLEncoder.encode(Character.toString(c), StandardCharsets.ISO_8859_1));
            }
        });
        return ascii.toString();
    }
}
