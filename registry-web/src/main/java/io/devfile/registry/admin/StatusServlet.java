package io.devfile.registry.admin;

import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/status} with the configured token: all that the registry knows about its own state. */
@WebServlet(name = "status", urlPatterns = "/api/status")
public class StatusServlet extends AdminServlet {

    private static final long serialVersionUID = 1L;

    private final transient Jsonb jsonb = JsonbBuilder.create();

    @Inject
    private transient Registry registry;

    @Override
    void perform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_OK,
                jsonb.toJson(
                        StatusDocument.of(registry.status(), registry.state().orElse(null), registry.backend())));
    }
}
