package io.devfile.registry.admin;

import jakarta.servlet.annotation.WebServlet;

/** {@code POST /api/refresh[?source=<name>]} with the configured token. */
@WebServlet(name = "refresh", urlPatterns = "/api/refresh")
public class RefreshServlet extends RefreshingServlet {

    private static final long serialVersionUID = 1L;
}
