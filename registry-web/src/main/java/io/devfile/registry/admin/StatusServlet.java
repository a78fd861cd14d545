package io.devfile.registry.admin;

import io.devfile.registry.publish.CurrentBackend;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryStatus;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
    void perform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_OK, jsonb.toJson(StatusDocument.of(status, state.get(), backend)));
    }
}
