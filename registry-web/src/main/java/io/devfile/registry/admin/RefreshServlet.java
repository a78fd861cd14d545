package io.devfile.registry.admin;

import io.devfile.registry.spi.config.Secret;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code POST /api/refresh[?source=<name>]} with the token that is configured. */
@WebServlet(name = "refresh", urlPatterns = "/api/refresh")
public class RefreshServlet extends RefreshingServlet {

    private static final long serialVersionUID = 1L;

    @Override
    Optional<Secret> secret(AdminAccess configured) {
        return configured.apiToken();
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
}
