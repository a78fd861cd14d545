package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
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

    private static final String LOOK_AT_DISK =
            "Check that the disk is mounted, has free space and can be written by the server; the next refresh tries again.";

    /** The exception for a failure of the disk. */
    OciBackendException failed(IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return interrupted(cause);
        }
        return new OciBackendException(what, reason(cause), LOOK_AT_DISK, cause);
    }

    /** The exception for a failure to read content that is to be stored. */
    OciBackendException unreadable(IOException cause) {
        boolean interrupt = cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
        if (interrupt || cause instanceof ClosedByInterruptException) {
            return interrupted(cause);
        }
        return new OciBackendException(
                what,
                "reading its content failed: " + reason(cause),
                "Check that the content can be read; the next refresh tries again.",
                cause);
    }

    /** The exception for an interrupted thread; the interrupt status stays set. */
    OciBackendException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new OciBackendException(what, "the thread was interrupted", "Try again.", cause);
    }

    ContentMismatchException mismatch(String reason, String remedy) {
        return new ContentMismatchException(what, reason, remedy);
    }

    MissingContentException missing(String reason, String remedy) {
        return new MissingContentException(what, reason, remedy);
    }

    OciBackendException refused(String reason, String remedy) {
        return new OciBackendException(what, reason, remedy);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "the server has no permission to access " + denied.getFile();
        }
        if (cause instanceof NoSuchFileException gone) {
            return gone.getFile() + " does not exist";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getFile() + ": " + failure.getReason();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
