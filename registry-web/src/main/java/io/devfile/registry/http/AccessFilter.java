package io.devfile.registry.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Refuses requests of senders that may not read, with the challenge that HTTP and OCI clients expect, or sends browsers to
 * the login page. Routes with secrets of their own decide for themselves.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6">RFC 9110, section 11.6</a>
 */
public class AccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Access access;

    @Inject
    private transient MetricsAccess metrics;

    @Inject
    private transient ClientLimits limits;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!access.hasUsers() || Routes.isAdministrative(request) || metrics.isOwnPort(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (isForLogin(request) && !request.authenticate(response)) {
            // the server redirected the browser to the provider
            return;
        }
        if (access.allows(request, response)) {
            chain.doFilter(request, new PrivateResponse(response));
        } else if (request.getUserPrincipal() != null) {
            RequestProblem.send(request, response, 403, "this user may not read this registry; ask its operator");
        } else {
            if (request.getHeader("Authorization") != null) {
                limits.failed(request);
            }
            response.setHeader("WWW-Authenticate", Access.CHALLENGE);
            RequestProblem.send(request, response, 401, "this registry is private; send valid credentials");
        }
    }

    private boolean isForLogin(HttpServletRequest request) {
        return access.hasLogin()
                && request.getUserPrincipal() == null
                && Routes.isBelow("/viewer", request.getServletPath())
                && request.getHeader("Authorization") == null;
    }

    /** Shared caches must not store content that not everyone may read. */
    private static final class PrivateResponse extends HttpServletResponseWrapper {

        private static final String CREDENTIALS = "Authorization, Cookie";

        PrivateResponse(HttpServletResponse response) {
            super(response);
            response.setHeader("Vary", CREDENTIALS);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(
                    name,
                    switch (name) {
                        case "Cache-Control" -> value.startsWith("public") ? "private" + value.substring(6) : value;
                        case "Vary" -> value.contains(CREDENTIALS) ? value : value + ", " + CREDENTIALS;
                        default -> value;
                    });
        }
    }
}
