package io.devfile.registry.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.Config;

/**
 * If the operator wants HTTPS only: redirects HTTP requests, and tells browsers to use HTTPS from the beginning.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6797">RFC 6797</a>
 */
public class SecureTransportFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int HTTPS = 443;

    @Inject
    private transient Config config;

    @Inject
    private transient MetricsAccess metrics;

    private boolean redirects;
    private int port;

    @Override
    public void init() {
        redirects =
                config.getOptionalValue("registry.tls.redirect", Boolean.class).orElse(false);
        port = config.getOptionalValue("registry.https.port", Integer.class).orElse(8443);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // the server uses this endpoint to check that it is the one on its HTTP port
        boolean isIdentity = request.getServletPath().equals("/api/identity");
        if (redirects && !request.isSecure() && !isIdentity && !metrics.isOwnPort(request)) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.setStatus(308);
            response.setHeader(
                    "Location",
                    "https://" + request.getServerName() + (port == HTTPS ? "" : ":" + port) + request.getRequestURI()
                            + query);
            return;
        }
        if (redirects) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
