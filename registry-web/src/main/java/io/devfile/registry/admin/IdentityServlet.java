package io.devfile.registry.admin;

import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/identity}: a random text by which this server recognizes itself on its port. */
@WebServlet(name = "identity", urlPatterns = "/api/identity")
public class IdentityServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Registry registry;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(registry.status().identity());
    }
}
