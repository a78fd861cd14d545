package io.devfile.registry.http;

import jakarta.servlet.http.HttpServletRequest;

/** Distinguishes the routes that have their own format of responses. */
final class Routes {

    private Routes() {}

    /** Whether a route is for operators or webhooks: it supports more methods than GET, and no other origins. */
    static boolean isAdministrative(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/api/") || path.startsWith("/hooks/");
    }

    /** Whether a URL is at or below a path, which must not end with a slash. */
    static boolean isBelow(String path, String address) {
        return address.startsWith(path)
                && (address.length() == path.length() || "/?".indexOf(address.charAt(path.length())) >= 0);
    }
}
