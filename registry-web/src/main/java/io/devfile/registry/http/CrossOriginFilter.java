package io.devfile.registry.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of any origin read the registry, all of which is public, and keeps browsers from guessing what content is.
 */
@WebFilter(filterName = "cross-origin", urlPatterns = "/*", asyncSupported = true)
public class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isAdministrative(request.getServletPath())) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader(
                    "Access-Control-Expose-Headers", "ETag, Link, Docker-Content-Digest, Content-Disposition");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        chain.doFilter(request, response);
    }

    private static boolean isAdministrative(String path) {
        return path.startsWith("/api/") || path.startsWith("/hooks/");
    }
}
