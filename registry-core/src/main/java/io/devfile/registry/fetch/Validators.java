package io.devfile.registry.fetch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The validators that tell whether content has changed since it was fetched (RFC 9110, section 8.8), as the remote gave it.
 *
 * @param etag the entity tag with its quotes; empty if there is none
 * @param lastModified empty if there is none
 */
public record Validators(String etag, String lastModified) {

    /** The validators of content that is not known yet. */
    public static final Validators NONE = new Validators("", "");

    private static final int LONGEST = 1024;

    /** Values that cannot be sent back count as absent. */
    public Validators {
        etag = sendable(etag);
        lastModified = sendable(lastModified);
    }

    static Validators of(@Nullable String etag, @Nullable String lastModified) {
        return new Validators(Objects.requireNonNullElse(etag, ""), Objects.requireNonNullElse(lastModified, ""));
    }

    /** Whether there is no validator. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    private static String sendable(String value) {
        boolean plain = value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 127);
        return plain ? value : "";
    }
}
