package io.devfile.registry.http;

import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The error page of the application, for errors that the server itself finds: tells the client no more than it needs. */
@WebServlet(name = "error", urlPatterns = ErrorServlet.ADDRESS)
public class ErrorServlet extends HttpServlet {

    static final String ADDRESS = "/WEB-INF/error";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        byte[] body = Json.createObjectBuilder()
                .add("status", message(status))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String message(int status) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST ->
                "the address is not well-formed; encode what needs it, and leave out '.' and '..'";
            case HttpServletResponse.SC_NOT_FOUND ->
                "there is nothing at this address; /openapi describes those that there are";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "only GET and HEAD are supported";
            default ->
                status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? "the registry failed to answer; its log says more"
                        : "the request cannot be answered; /openapi describes those that can";
        };
    }
}
