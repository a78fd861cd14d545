package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.content.DigestMismatchException;
import io.devfile.registry.toolkit.content.IncomingContent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** The exception for content that is to be stored but cannot be read, or does not match its digest. */
final class ContentFailure {

    private ContentFailure() {}

    static OciBackendException of(String action, IOException failure) {
        if (failure instanceof DigestMismatchException) {
            return new ContentMismatchException(
                    action, failure.getMessage(), "Check that the content does not change while it is stored.");
        }
        IOException cause = failure instanceof IncomingContent.ReadFailure read ? read.failure() : failure;
        boolean interrupt = cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
        if (interrupt || cause instanceof ClosedByInterruptException) {
            return Retries.failure(action, CallFailedException.interrupted(cause));
        }
        return new OciBackendException(
                action,
                "reading its content failed: " + cause.getMessage(),
                "Check that the content can be read; the next refresh tries again.",
                cause);
    }
}
