package io.devfile.registry.viewer;

import io.devfile.registry.http.Browsers;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.PathSegment;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Redirects addresses that people try to those of the pages, and the icon that browsers ask for to that of the site. */
@WebServlet(
        name = "alias",
        urlPatterns = {
            "/Viewer/*",
            "/VIEWER/*",
            "/catalog",
            "/catalogue",
            "/registry",
            "/home",
            "/index.html",
            "/status",
            "/feed",
            "/rss",
            "/docs",
            "/favicon.ico"
        })
public class AliasServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> OTHERS = Map.of(
            "/status", Addresses.STATUS,
            "/feed", Addresses.FEED,
            "/rss", Addresses.FEED,
            "/docs", "/openapi/ui/");

    @Inject
    private transient Assets assets;

    @Inject
    private transient ViewerSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (settings.get().filter(ViewerConfiguration::headless).isPresent()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target(request));
    }

    private String target(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.equals("/favicon.ico")) {
            return assets.address("icon.svg");
        }
        String rest = Stream.of(
                        Objects.requireNonNullElse(request.getPathInfo(), "").split("/", -1))
                .map(PathSegment::encode)
                .collect(Collectors.joining("/"));
        return OTHERS.getOrDefault(path, Addresses.CATALOGUE) + rest + Browsers.query(request);
    }
}
