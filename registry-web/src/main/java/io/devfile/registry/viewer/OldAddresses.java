package io.devfile.registry.viewer;

import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.viewer.page.PathSegment;
import io.devfile.registry.viewer.page.Slug;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redirects old bookmarks to the current pages: {@code /devfiles/registry+name}. The name of an entry cannot contain a
 * plus sign, so such a path has no other use.
 */
@WebFilter(filterName = "old-addresses", urlPatterns = "/devfiles/*", asyncSupported = true)
public class OldAddresses extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern OLD = Pattern.compile("/([^/+]{1,200})\\+([^/+]{1,200})/?");

    @Inject
    private transient ViewerSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getPathInfo();
        boolean headless = settings.get().filter(ViewerConfiguration::headless).isPresent();
        Matcher old = OLD.matcher(path == null || headless ? "" : path);
        if (old.matches()) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    "Location",
                    "/viewer/devfiles/" + PathSegment.encode(Slug.of(old.group(1))) + "/"
                            + PathSegment.encode(old.group(2)));
            response.setHeader("Cache-Control", PageRequest.SHORT_LIVED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
