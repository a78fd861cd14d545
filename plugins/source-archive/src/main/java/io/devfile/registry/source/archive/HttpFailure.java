package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;

/** The exception for a server that does not deliver an archive. */
final class HttpFailure {

    private static final String SEE =
            "Check that the server can be reached from the registry; the next refresh tries again.";

    private HttpFailure() {}

    static SourceException of(Attempt attempt, int status, boolean credentials) {
        return switch (status) {
            case 401, 403, 407 ->
                attempt.failed(
                        credentials
                                ? "the server refuses the credentials (" + status + ")"
                                : "the server asks for credentials (" + status + "), and none are set",
                        "Set username and password, or token, to those of a user with read permission.");
            case 404, 410 ->
                attempt.missing(
                        "the server found nothing at this address (" + status + ")",
                        credentials
                                ? "Set the source's url to the address of the archive, or use credentials with permission to read it."
                                : "Set the source's url to the address of the archive, or set credentials if the server requires them.");
            default ->
                attempt.failed("the server responded with " + status, "Find out why; the next refresh tries again.");
        };
    }

    static SourceException of(Attempt attempt, Throwable cause, HttpAccess access) {
        if (!(cause instanceof IOException failure)) {
            return attempt.failed("the request failed: " + cause, SEE);
        }
        if (failure instanceof UnsafeTreeException || failure instanceof FileSystemException) {
            return attempt.failed(failure);
        }
        String where = access.proxy().isPresent() ? "the proxy" : "the server";
        if (failure instanceof SSLException) {
            return attempt.failed(
                    "no trusted connection could be established: " + failure.getMessage(),
                    "Check that the certificate is valid, and that ca is a file with the authority that issued it.",
                    failure);
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return attempt.failed(
                    where + " did not accept a connection within "
                            + access.timeout().toSeconds() + " s",
                    SEE,
                    failure);
        }
        if (failure instanceof ConnectException) {
            boolean unknown = failure.getCause() instanceof UnresolvedAddressException
                    || (failure.getCause() != null
                            && failure.getCause().getCause() instanceof UnresolvedAddressException);
            return attempt.failed(
                    unknown ? where + "'s host name cannot be resolved" : where + " does not accept connections",
                    SEE,
                    failure);
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return attempt.failed("the response ended early: " + message, SEE, failure);
    }
}
