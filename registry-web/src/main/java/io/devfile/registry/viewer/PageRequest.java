package io.devfile.registry.viewer;

import io.devfile.registry.http.AcceptHeader;
import io.devfile.registry.http.EntityTags;
import io.devfile.registry.viewer.page.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** A request for a page, and its response. For use by one thread. */
final class PageRequest {

    static final String SHORT_LIVED = "public, max-age=60, stale-while-revalidate=300";
    static final String ALWAYS_CHECKED = "no-cache";
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final String UNKEPT = "no-store";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Site site;
    private final Addresses addresses;
    private final boolean gzip;
    private final String vary;

    /** @param vary the request headers on which pages depend */
    PageRequest(HttpServletRequest request, HttpServletResponse response, Site site, Addresses addresses, String vary) {
        this.vary = vary;
        this.request = request;
        this.response = response;
        this.site = site;
        this.addresses = addresses;
        this.gzip = AcceptHeader.of(header("Accept-Encoding")).acceptsGzip();
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

    /** @throws IOException if the template fails */
    Content render(String template, Object model) throws IOException {
        return Templates.render(template, model, site, request, response);
    }

    /**
     * Whether the client already has the current content. If so, answers with 304.
     *
     * @param tag the entity tag of the current content, without its quotes
     */
    boolean isKnown(String tag, String caching) {
        String quoted = quoted(tag);
        if (!EntityTags.matches(header("If-None-Match"), quoted)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        describe(quoted, caching);
        return true;
    }

    /** Sends content; {@code tag} as for {@link #isKnown}. */
    void send(Content content, String tag, String caching) throws IOException {
        describe(quoted(tag), caching);
        write(content);
    }

    /** Sends a page about a problem. */
    void send(ProblemPage problem) throws IOException {
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Cache-Control", UNKEPT);
        write(render(Templates.PROBLEM, problem));
    }

    void redirect(String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", UNKEPT);
    }

    private void describe(String tag, String caching) {
        response.setHeader("ETag", tag);
        response.setHeader("Vary", vary);
        response.setHeader("Cache-Control", caching);
    }

    private void write(Content content) throws IOException {
        byte[] bytes = gzip ? content.gzip() : content.bytes();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", vary);
        response.setContentType(content.type());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** The compressed form is another representation, so it has another tag. */
    private String quoted(String tag) {
        UnaryOperator<String> quotes = text -> '"' + text + '"';
        return quotes.apply(gzip ? tag + "-gzip" : tag);
    }

    private String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
