package io.devfile.registry.admin;

import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Requests a refresh of sources. Answers with 202 and the names of these sources. */
abstract class RefreshingServlet extends AdminServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Registry registry;

    @Override
    List<String> methods() {
        return List.of("POST");
    }

    @Override
    void perform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String source = request.getParameter("source");
        List<String> asked = registry.refresh(source);
        if (asked.isEmpty()) {
            status(
                    response,
                    source != null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    source != null ? "there is no such source" : "the registry is starting; ask again later");
            return;
        }
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("status", "refresh requested")
                .add("sources", Json.createArrayBuilder(asked));
        write(response, HttpServletResponse.SC_ACCEPTED, body);
    }
}
