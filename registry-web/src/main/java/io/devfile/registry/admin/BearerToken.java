package io.devfile.registry.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The bearer token that callers of {@code /api} send.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
final class BearerToken {

    /** The text of a 401 response: what the sender must do to be allowed. */
    static final String DEMAND = "send the configured token: 'Authorization: Bearer …'";

    static final String CHALLENGE = "Bearer realm=\"devfile-registry\"";

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Whether a request has the token. Takes the same time for every wrong token. */
    static boolean isShown(HttpServletRequest request, String secret) {
        String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8));
    }
}
