package io.devfile.registry.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A text that identifies a request in its response, in the access log, and in the log of failures. */
public final class RequestIds {

    static final String HEADER = "X-Request-ID";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** Takes the ID that a proxy sent, if it is safe to repeat, or makes one. */
    static String assign(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        String id = given != null && SAFE.matcher(given).matches()
                ? given
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The ID of a request. */
    public static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }
}
