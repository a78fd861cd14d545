package io.devfile.registry.admin;

import io.devfile.registry.spi.config.Secret;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * {@code POST /api/refresh[?source=<name>]} with the token that is configured.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
@WebServlet(name = "refresh", urlPatterns = "/api/refresh")
public class RefreshServlet extends AdminServlet {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Bearer ";

    @Override
    Optional<Secret> secret(AdminAccess configured) {
        return configured.apiToken();
    }

    @Override
    boolean isAllowed(HttpServletRequest request, String secret) {
        String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    String demand() {
        return "send the configured token: 'Authorization: Bearer …'";
    }
}
