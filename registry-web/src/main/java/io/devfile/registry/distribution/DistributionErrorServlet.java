package io.devfile.registry.distribution;

import io.devfile.registry.http.RequestProblem;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Writes errors that are found before a request reaches the distribution API in the error format of the API. */
@WebServlet(name = "distribution-error", urlPatterns = "/WEB-INF/error/v2")
public class DistributionErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = RequestProblem.status(request);
        ErrorCode code = switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST -> ErrorCode.NAME_INVALID;
            case HttpServletResponse.SC_UNAUTHORIZED -> ErrorCode.UNAUTHORIZED;
            case HttpServletResponse.SC_FORBIDDEN -> ErrorCode.DENIED;
            case HttpServletResponse.SC_NOT_FOUND -> ErrorCode.NAME_UNKNOWN;
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> ErrorCode.UNSUPPORTED;
            case 429 -> ErrorCode.TOOMANYREQUESTS;
            default -> ErrorCode.UNKNOWN;
        };
        String message = code == ErrorCode.UNSUPPORTED
                ? "this registry is read-only; its content comes from its sources"
                : RequestProblem.message(request);
        DistributionServlet.write(
                new DistributionExchange(request, response), new DistributionError(code, status, message, Map.of()));
    }
}
