package io.devfile.registry.content;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The registry's own disk cannot store content. The content is not the cause; it must be read again when there is
 * space.
 */
public final class StorageException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** @param cause the failure of the disk */
    public StorageException(IOException cause) {
        super(
                "Tried to store content in the data directory, but it failed: " + cause.getMessage()
                        + ". Check that the directory has free space and that the server can write to it.",
                cause);
    }
}
