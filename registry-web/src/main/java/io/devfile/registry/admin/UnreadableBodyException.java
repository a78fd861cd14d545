package io.devfile.registry.admin;

import java.io.IOException;

/** The body of a request cannot be read completely. */
final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableBodyException(IOException cause) {
        super(cause);
    }
}
