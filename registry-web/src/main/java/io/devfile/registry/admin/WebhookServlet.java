package io.devfile.registry.admin;

import io.devfile.registry.spi.config.Secret;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * {@code POST /hooks/git[?source=<name>]}, for webhooks of GitHub, Gitea, Forgejo and GitLab. Only the signature of a
 * webhook is checked, and its content is ignored: the source itself finds out whether there are changes.
 */
@WebServlet(name = "webhook", urlPatterns = "/hooks/git")
public class WebhookServlet extends RefreshingServlet {

    private static final long serialVersionUID = 1L;

    /** The largest body that GitHub sends is 25 MiB. */
    private final transient RequestBodies bodies = new RequestBodies(25L * 1024 * 1024);

    @Override
    Optional<Secret> secret(AdminAccess configured) {
        return configured.hookSecret();
    }

    @Override
    boolean isForAdmins() {
        return false;
    }

    @Override
    boolean isAllowed(HttpServletRequest request, String secret) throws IOException {
        Optional<Signature> signature = Signature.of(name -> Optional.ofNullable(request.getHeader(name)));
        if (signature.isEmpty()) {
            return false;
        }
        try (InputStream body = bodies.open(request)) {
            return signature.get().isBy(secret, body);
        }
    }

    @Override
    String challenge() {
        return "Signature";
    }

    @Override
    String demand() {
        return "sign the webhook with the configured secret: X-Hub-Signature-256, X-Gitea-Signature or X-Gitlab-Token";
    }
}
