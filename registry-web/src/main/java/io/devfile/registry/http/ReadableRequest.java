package io.devfile.registry.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
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
final class ReadableRequest extends HttpServletRequestWrapper {

    private static final Set<String> UNUSED =
            Set.of("accept-charset", "accept-language", "content-language", "content-type", "cookie");

    private final boolean readsAccept;

    ReadableRequest(HttpServletRequest request) {
        super(request);
        readsAccept = AcceptHeader.isWellFormed(Collections.list(request.getHeaders("Accept")));
    }

    private boolean hides(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return UNUSED.contains(lower) || !readsAccept && lower.equals("accept");
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hides(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(this::hides);
        return Collections.enumeration(names);
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
