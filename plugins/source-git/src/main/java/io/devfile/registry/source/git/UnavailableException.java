package io.devfile.registry.source.git;

import java.io.IOException;

/** The remote repository can be read, but does not contain the wanted content. */
final class UnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnavailableException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
