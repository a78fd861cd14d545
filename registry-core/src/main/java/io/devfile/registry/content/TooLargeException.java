package io.devfile.registry.content;

import java.io.IOException;

/** There is more content than is allowed. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit how much is allowed, in bytes */
    public TooLargeException(long limit) {
        super("larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** How much is allowed, in bytes. */
    public long limit() {
        return limit;
    }
}
