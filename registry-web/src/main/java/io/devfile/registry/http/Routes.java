package io.devfile.registry.http;

import jakarta.servlet.http.HttpServletRequest;

/** Distinguishes the routes that have their own format of responses. */
final class Routes {

    private Routes() {}

    /** Whether a route is for operators or webhooks: it supports more methods than GET, and no other origins. */
    static boolean isAdministrative(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean isReading = path.equals("/api/search") || path.equals("/api/changes");
        return path.startsWith("/api/") && !isReading || path.startsWith("/hooks/");
    }

    /** Whether a URL is at or below a path, which must not end with a slash. */
    static boolean isBelow(String path, String address) {
        return address.startsWith(path)
                && (address.length() == path.length() || "/?".indexOf(address.charAt(path.length())) >= 0);
    }

    /** The name of the route of a request; one of a small fixed set, whatever the client sends. */
    static String name(HttpServletRequest request) {
        return name(request.getRequestURI());
    }

    static String name(String path) {
        int end = path.indexOf('/', 1);
        String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return switch (first) {
            case "index", "v2index", "stacks", "icons", "viewer", "api", "hooks", "metrics" -> first;
            case "devfiles" -> path.contains("/starter-projects/") ? "starter-projects" : first;
            case "v2" -> oci(path);
            default -> "other";
        };
    }

    private static String oci(String path) {
        for (String kind : new String[] {"manifests", "blobs", "tags", "referrers"}) {
            if (path.contains("/" + kind + "/")) {
                return kind;
            }
        }
        return "v2";
    }
}
