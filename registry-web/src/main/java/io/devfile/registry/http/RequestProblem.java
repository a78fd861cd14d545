package io.devfile.registry.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Why a request fails: a status, and a sentence for the client. The server dispatches the request to
 * {@link ErrorServlet}, which writes the sentence in the error format of the route.
 */
public final class RequestProblem {

    private static final String MESSAGE = RequestProblem.class.getName();

    private RequestProblem() {}

    /** Ends a request with an error; no part of the response may have been sent. */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        request.setAttribute(MESSAGE, message);
        response.sendError(status);
    }

    /** The status of a request that is dispatched to an error page. */
    public static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
    }

    /** The path of a request before it was dispatched to an error page; decoded, if it can be decoded. */
    public static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (original == null) {
            original = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        }
        String path = original instanceof String text ? text : request.getRequestURI();
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** The sentence for the client. The server's own message is not used, because it may contain class names. */
    public static String message(HttpServletRequest request) {
        if (request.getAttribute(MESSAGE) instanceof String message) {
            return message;
        }
        int status = status(request);
        return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? "the registry failed to respond; see its log for the request " + RequestIds.of(request)
                : message(status);
    }

    private static String message(int status) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST ->
                "the address is malformed; percent-encode special characters, and leave out '.' and '..'";
            case HttpServletResponse.SC_NOT_FOUND ->
                "there is nothing at this address; /openapi describes the available addresses";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "Only GET requests are supported.";
            default -> "the request is not supported; /openapi describes the supported requests";
        };
    }
}
