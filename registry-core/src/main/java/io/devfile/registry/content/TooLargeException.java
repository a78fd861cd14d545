package io.devfile.registry.content;

import java.io.IOException;

/** The content is larger than the limit. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit the maximum size, in bytes */
    public TooLargeException(long limit) {
        super("larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** The maximum size, in bytes. */
    public long limit() {
        return limit;
    }
}
