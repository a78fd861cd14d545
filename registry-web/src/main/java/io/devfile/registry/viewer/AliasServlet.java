package io.devfile.registry.viewer;

import io.devfile.registry.viewer.page.Addresses;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

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
public class AliasServlet extends PageServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> OTHERS = Map.of(
            "/status", Addresses.STATUS,
            "/feed", Addresses.FEED,
            "/rss", Addresses.FEED,
            "/docs", "/openapi/ui/");

    @Override
    void answer(PageRequest pageRequest) {
        HttpServletRequest request = pageRequest.request();
        String path = request.getServletPath();
        if (path.equals("/favicon.ico")) {
            pageRequest.redirect(pageRequest.site().icon());
            return;
        }
        String query = request.getQueryString();
        // the rest of the address, as the browser encoded it
        String rest =
                request.getPathInfo() == null ? "" : request.getRequestURI().substring(path.length());
        pageRequest.redirect(
                OTHERS.getOrDefault(path, Addresses.CATALOGUE) + rest + (query == null ? "" : "?" + query));
    }
}
