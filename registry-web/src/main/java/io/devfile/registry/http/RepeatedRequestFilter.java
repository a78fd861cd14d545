package io.devfile.registry.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that is the same as an earlier one, before anything else runs. The earlier one passed all checks, and
 * its response contains the headers of all filters.
 */
public class RepeatedRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String REQUEST = RepeatedRequestFilter.class.getName();

    @Inject
    private transient ResponseCache cache;

    @Inject
    private transient Access access;

    /** For the server. */
    public RepeatedRequestFilter() {}

    RepeatedRequestFilter(ResponseCache cache, Access access) {
        this.cache = cache;
        this.access = access;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ResponseCache.Generation current =
                ResponseCacheFilter.isReading(request) && access.allows(request, response) ? cache.current() : null;
        ResponseCache.Request whole = current == null ? null : ResponseCache.Request.of(request);
        ResponseCache.Answer answer = whole == null ? null : current.answer(whole);
        if (answer != null) {
            ResponseCache.HITS.inc();
            answer.response().send(request, response, answer.compressed());
            return;
        }
        request.setAttribute(REQUEST, whole);
        chain.doFilter(request, response);
    }

    /** The request as the client sent it; null if it is not one whose answer can be repeated. */
    static ResponseCache.@Nullable Request original(HttpServletRequest request) {
        return (ResponseCache.Request) request.getAttribute(REQUEST);
    }
}
