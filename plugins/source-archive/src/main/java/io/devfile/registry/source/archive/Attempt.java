package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.MissingSourceException;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * The attempted operation, for the messages of failures.
 *
 * @param what the operation and its object, continuing the words "Tried to"
 */
record Attempt(String what) {

    private static final String PACK_AGAIN = "Pack the archive again, and check that it is transferred completely.";

    SourceException failed(String reason, String remedy) {
        return new SourceException(what, reason, remedy);
    }

    /** The exception for content that the server does not have. */
    SourceException missing(String reason, String remedy) {
        return new MissingSourceException(what, reason, remedy);
    }

    SourceException failed(String reason, String remedy, Exception cause) {
        return new SourceException(what, reason, remedy, cause);
    }

    /** The exception for a failure to read the archive or to write its content. */
    SourceException failed(Exception cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof UnsafeTreeException unsafe) {
                return failed(unsafe.getMessage(), unsafe.remedy(), cause);
            }
        }
        if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedIOException) {
            return interrupted(cause);
        }
        if (cause instanceof NoSuchFileException gone) {
            return failed(
                    gone.getFile() + " does not exist", "Check that it exists and that the server can read it.", cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return failed(
                    "the server has no permission to access " + denied.getFile(), "Give the server access.", cause);
        }
        if (cause instanceof FileSystemException failure) {
            return failed(
                    failure.getFile() + ": " + failure.getReason(),
                    "Check that the disk is mounted, has free space and can be written by the server.",
                    cause);
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof IOException && message.contains("No space left")) {
            return failed("the disk is full", "Free space on the disk of the data directory.", cause);
        }
        return failed("the archive is truncated or damaged: " + message, PACK_AGAIN, cause);
    }

    /** The exception for an interrupted thread; the interrupt status stays set. */
    SourceException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return failed("it was interrupted", "The next refresh tries again.", cause);
    }
}
