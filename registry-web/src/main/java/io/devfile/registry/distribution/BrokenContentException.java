package io.devfile.registry.distribution;

import java.io.IOException;

/** Content turned out to be unreadable or wrong after a part of it was sent. The response can only be aborted. */
final class BrokenContentException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
