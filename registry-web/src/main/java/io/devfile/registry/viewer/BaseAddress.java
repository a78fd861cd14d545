package io.devfile.registry.viewer;

import io.devfile.registry.http.RequestCheckFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out the URL under which clients reach the registry. */
final class BaseAddress {

    private BaseAddress() {}

    /**
     * {@code scheme://host[:port]}: the configured URL, or else the URL of the request as the server knows it, with
     * forwarding headers if the server is configured to trust them. Empty if the host is not valid; such a request
     * is refused.
     */
    static String of(@Nullable String configured, HttpServletRequest request) {
        return configured != null
                ? configured
                : of(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    static String of(String scheme, String host, int port) {
        if (!RequestCheckFilter.isHost(host)) {
            return "";
        }
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        boolean usual = port <= 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + name.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }
}
