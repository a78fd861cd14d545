package io.devfile.registry.admin;

import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.http.Access;
import io.devfile.registry.http.ClientLimits;
import io.devfile.registry.http.RepeatedWarning;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves a sender that knows a secret, which is the API token unless a subclass overrides this, and users with the role
 * admin. If the secret is not configured and the registry has no users, the response is 404. Responses that have no format of their own are JSON objects with a {@code status}.
 */
abstract class AdminServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(AdminServlet.class.getName());

    private final transient RepeatedWarning refusals = new RepeatedWarning(LOG);

    @Inject
    private transient AdminAccess access;

    @Inject
    private transient Access users;

    @Inject
    private transient ClientLimits limits;

    /** The secret that gives access to this endpoint. */
    Optional<Secret> secret(AdminAccess configured) {
        return configured.apiToken();
    }

    /** Whether users with the role admin have access, too, if the registry has users. */
    boolean isForAdmins() {
        return true;
    }

    /** The supported HTTP methods. */
    List<String> methods() {
        return List.of("GET", "HEAD");
    }

    /** Whether a request proves that its sender knows the secret. */
    boolean isAllowed(HttpServletRequest request, String secret) throws IOException {
        return BearerToken.isShown(request, secret);
    }

    /** The text of a 401 response: what the sender must do to be allowed. */
    String demand() {
        return BearerToken.DEMAND;
    }

    /** The authentication scheme, for WWW-Authenticate (RFC 9110, section 11.6.1). */
    String challenge() {
        return BearerToken.CHALLENGE;
    }

    /** Answers an authorized request. */
    abstract void perform(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Secret> secret = secret(access);
        if (secret.isEmpty() && !(isForAdmins() && users.hasUsers())) {
            status(response, HttpServletResponse.SC_NOT_FOUND, "there is nothing at this address");
        } else if (!methods().contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", methods()));
            status(
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "only " + String.join(" and ", methods()) + (methods().size() > 1 ? " are" : " is") + " supported");
        } else {
            answer(request, response, secret.orElse(null));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, @Nullable Secret secret)
            throws IOException, ServletException {
        try {
            if (secret != null && isAllowed(request, secret.read())
                    || isForAdmins() && users.isAdmin(request, response)) {
                perform(request, response);
            } else {
                limits.failed(request);
                refusals.log(
                        "A request for " + request.getRequestURI() + " from " + request.getRemoteAddr()
                                + " was refused, because it does not prove that its sender knows the configured secret or is an administrator.");
                response.setHeader("WWW-Authenticate", challenge());
                if (isForAdmins() && users.hasUsers()) {
                    response.addHeader("WWW-Authenticate", Access.CHALLENGE);
                }
                status(response, HttpServletResponse.SC_UNAUTHORIZED, demand());
            }
        } catch (TooLargeException e) {
            status(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "the body is too large");
        } catch (BusyException e) {
            response.setHeader("Retry-After", "5");
            status(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "too many requests are being read; try again");
        } catch (UnreadableBodyException e) {
            status(response, HttpServletResponse.SC_BAD_REQUEST, "the body is incomplete, too slow or malformed");
        } catch (SettingException e) {
            LOG.log(Level.WARNING, e.getMessage());
            status(
                    response,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    "the registry cannot read its secret; see its log");
        }
    }

    static void status(HttpServletResponse response, int code, String text) throws IOException {
        // the rest of the request body is not read
        response.setHeader("Connection", "close");
        write(response, code, Json.createObjectBuilder().add("status", text));
    }

    static void write(HttpServletResponse response, int code, JsonObjectBuilder json) throws IOException {
        write(response, code, json.build().toString());
    }

    static void write(HttpServletResponse response, int code, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(code);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
