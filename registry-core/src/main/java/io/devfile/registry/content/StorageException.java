package io.devfile.registry.content;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The registry's own disk does not take content. This says nothing about the content: what was to be read is to be read
 * again once there is space.
 */
public final class StorageException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the disk said */
    public StorageException(IOException cause) {
        super(
                "Tried to keep content in the data directory, but " + cause.getMessage()
                        + ". See that it has space and can be written.",
                cause);
    }
}
