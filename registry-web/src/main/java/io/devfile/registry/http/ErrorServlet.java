package io.devfile.registry.http;

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
 * The error page of the application, and what is at all addresses that nothing else is at. Leaves the form of the error to the
 * route, if that has one of its own.
 */
@WebServlet(
        name = "error",
        urlPatterns = {ErrorServlet.ADDRESS, "/"})
public class ErrorServlet extends HttpServlet {

    /** What the addresses of the error pages of routes begin with: {@code /WEB-INF/error/v2}. */
    static final String ADDRESS = "/WEB-INF/error";

    private static final long serialVersionUID = 1L;

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
}
