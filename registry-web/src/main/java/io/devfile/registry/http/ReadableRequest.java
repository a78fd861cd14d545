package io.devfile.registry.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request without the headers that no response depends on, and without an Accept header that cannot be parsed. The
 * JAX-RS implementation reads these headers anyway, and fails if one is malformed.
 */
final class ReadableRequest extends RequestWithoutHeaders {

    private static final Set<String> UNUSED =
            Set.of("accept-charset", "accept-language", "content-language", "content-type", "cookie");

    private static final Set<String> UNUSED_AND_ACCEPT =
            Set.of("accept", "accept-charset", "accept-language", "content-language", "content-type", "cookie");

    ReadableRequest(HttpServletRequest request) {
        super(
                request,
                AcceptHeader.isWellFormed(Collections.list(request.getHeaders("Accept"))) ? UNUSED : UNUSED_AND_ACCEPT);
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(Locale.ENGLISH));
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }
}
