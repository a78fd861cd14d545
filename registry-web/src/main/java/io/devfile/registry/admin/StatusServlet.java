package io.devfile.registry.admin;

import io.devfile.registry.publish.CurrentBackend;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryStatus;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code GET /api/status} with the token that is configured: all that the registry knows of itself. */
@WebServlet(name = "status", urlPatterns = "/api/status")
public class StatusServlet extends AdminServlet {

    private static final long serialVersionUID = 1L;

    private final transient Jsonb jsonb = JsonbBuilder.create();

    @Inject
    private transient RegistryStatus status;

    @Inject
    private transient CurrentState state;

    @Inject
    private transient CurrentBackend backend;

    @Override
    Optional<Secret> secret(AdminAccess configured) {
        return configured.apiToken();
    }

    @Override
    List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    boolean isAllowed(HttpServletRequest request, String secret) {
        return BearerToken.isShown(request, secret);
    }

    @Override
    String demand() {
        return BearerToken.DEMAND;
    }

    @Override
    String challenge() {
        return BearerToken.CHALLENGE;
    }

    @Override
    void perform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body =
                jsonb.toJson(StatusDocument.of(status, state.get(), backend)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
