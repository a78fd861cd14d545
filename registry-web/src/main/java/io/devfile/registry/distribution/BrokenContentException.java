package io.devfile.registry.distribution;

import java.io.IOException;

/** Content turned out to be unreadable or wrong when part of it was sent already. All that is left is to break off. */
final class BrokenContentException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
