package io.devfile.registry.fetch;

import java.net.http.HttpHeaders;

/**
 * What tells whether something has changed since it was fetched (RFC 9110, section 8.8), as the remote gave it.
 *
 * @param etag the entity tag with its quotes; empty where there is none
 * @param lastModified empty where there is none
 */
public record Validators(String etag, String lastModified) {

    /** Of something that is not known yet. */
    public static final Validators NONE = new Validators("", "");

    private static final int LONGEST = 1024;

    /** Takes what cannot be sent back for absent. */
    public Validators {
        etag = sendable(etag);
        lastModified = sendable(lastModified);
    }

    static Validators of(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("ETag").orElse(""),
                headers.firstValue("Last-Modified").orElse(""));
    }

    /** Whether there is nothing to ask with. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    private static String sendable(String value) {
        boolean plain = value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 127);
        return plain ? value : "";
    }
}
