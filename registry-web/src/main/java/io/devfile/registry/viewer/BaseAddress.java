package io.devfile.registry.viewer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out under which address the registry is reached. */
final class BaseAddress {

    /** A name or an address of IPv4 or IPv6; others are nothing to be repeated in a page. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}]");

    private BaseAddress() {}

    /**
     * {@code scheme://host[:port]}: what is configured, else what the server knows of the request, which takes forwarding
     * headers into account where it was told to trust them. Empty where the request names no host that there can be.
     */
    static Optional<String> of(Optional<String> configured, HttpServletRequest request) {
        return configured.or(() -> of(request.getScheme(), request.getServerName(), request.getServerPort()));
    }

    static Optional<String> of(String scheme, String host, int port) {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        if (!HOST.matcher(name).matches()) {
            return Optional.empty();
        }
        boolean usual = port <= 0 || port == (scheme.equals("https") ? 443 : 80);
        return Optional.of(scheme + "://" + name.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port));
    }
}
