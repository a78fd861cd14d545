package io.devfile.registry.http;

import jakarta.servlet.http.HttpServletRequest;

/** Tells apart the routes whose answers have a form of their own. */
final class Routes {

    private Routes() {}

    /** Routes for operators and webhooks, which take other methods than GET and are closed to pages of other origins. */
    static boolean isAdministrative(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/api/") || path.startsWith("/hooks/");
    }

    /** Whether an address is at or below a path that ends without a slash. */
    static boolean isBelow(String path, String address) {
        return address.startsWith(path)
                && (address.length() == path.length() || "/?".indexOf(address.charAt(path.length())) >= 0);
    }
}
