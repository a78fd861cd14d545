package io.devfile.registry.http;

import io.devfile.registry.settings.Settings;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The error page of the application, and the servlet for all URLs that no other servlet serves. If a route has its own
 * error format, its error page writes the response.
 */
@WebServlet(
        name = "error",
        urlPatterns = {ErrorServlet.ADDRESS, "/"})
public class ErrorServlet extends HttpServlet {

    /** The prefix of the error pages of routes, for example {@code /WEB-INF/error/v2}. */
    static final String ADDRESS = "/WEB-INF/error";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        int status = RequestProblem.status(request);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD");
        }
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        for (String route : new String[] {"/v2", "/viewer"}) {
            if (Routes.isBelow(route, address)) {
                request.getRequestDispatcher(ADDRESS + route).forward(request, response);
                return;
            }
        }
        if (isForPeople(request, status)) {
            request.getRequestDispatcher(ADDRESS + "/viewer").forward(request, response);
            return;
        }
        byte[] body = Json.createObjectBuilder()
                .add(
                        status == HttpServletResponse.SC_METHOD_NOT_ALLOWED ? "message" : "status",
                        RequestProblem.message(request))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether a person follows a link to an address that does not exist, and no program expects JSON. */
    private boolean isForPeople(HttpServletRequest request, int status) {
        boolean hasPages =
                settings.value("registry.headless").filter("true"::equals).isEmpty();
        return status == HttpServletResponse.SC_NOT_FOUND
                && hasPages
                && Browsers.isPageWanted(request)
                && Routes.name(RequestProblem.path(request)).equals("other");
    }
}
