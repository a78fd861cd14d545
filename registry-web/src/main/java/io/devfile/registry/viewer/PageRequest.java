package io.devfile.registry.viewer;

import io.devfile.registry.viewer.page.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A request for a page, and its response. For use by one thread. */
final class PageRequest {

    static final String SHORT_LIVED = "public, max-age=60, stale-while-revalidate=300";
    static final String ALWAYS_CHECKED = "no-cache";
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final String NO_STORE = "no-store";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Site site;
    private final Addresses addresses;
    private final String vary;

    /** @param vary the request headers on which pages depend; empty if there is none */
    PageRequest(HttpServletRequest request, HttpServletResponse response, Site site, Addresses addresses, String vary) {
        this.vary = vary;
        this.request = request;
        this.response = response;
        this.site = site;
        this.addresses = addresses;
    }

    HttpServletRequest request() {
        return request;
    }

    Addresses addresses() {
        return addresses;
    }

    Site site() {
        return site;
    }

    /**
     * Shows a page that a cache may keep as {@code caching} says.
     *
     * @throws IOException if the template fails
     */
    void show(String template, Object model, String caching) throws IOException {
        prepare(caching);
        Templates.show(template, model, site, request, response);
    }

    /** Sends content that a cache may keep as {@code caching} says. */
    void send(Content content, String caching) throws IOException {
        prepare(caching);
        response.setContentType(content.type());
        response.setContentLength(content.bytes().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content.bytes());
        }
    }

    /** Shows a page about a problem. */
    void show(ProblemPage problem) throws IOException {
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        show(Templates.PROBLEM, problem, NO_STORE);
    }

    void redirect(String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", NO_STORE);
    }

    private void prepare(String caching) {
        response.setHeader("Cache-Control", caching);
        if (!vary.isEmpty()) {
            response.setHeader("Vary", vary);
        }
    }
}
