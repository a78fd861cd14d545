package io.devfile.registry.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** Recognizes requests for a page that a person reads: browsers name {@code text/html}, and programs do not. */
final class Browsers {

    private Browsers() {}

    static boolean isPageWanted(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream()
                .map(accept -> accept.toLowerCase(Locale.ROOT))
                .anyMatch(accept -> accept.contains("text/html") && !accept.contains("application/json"));
    }
}
