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

    private static final String SEE = "See that the server can be reached from here; the next refresh tries again.";

    private HttpFailure() {}

    static SourceException of(Attempt attempt, int status, boolean credentials) {
        return switch (status) {
            case 401, 403, 407 ->
                attempt.failed(
                        credentials
                                ? "the server refuses the credentials (" + status + ")"
                                : "the server asks for credentials (" + status + "), and none are set",
                        "Set username and password, or token, to those of somebody who may read it.");
            case 404, 410 ->
                attempt.missing(
                        "the server has nothing at this address (" + status + ")",
                        credentials
                                ? "Set the source's url to where the archive is; it may hide from credentials that may not read it."
                                : "Set the source's url to where the archive is; it may hide from those without credentials.");
            default -> attempt.failed("the server answers " + status, "Find out why; the next refresh tries again.");
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
                    "no trusted connection came about: " + failure.getMessage(),
                    "See that the certificate is valid, and that ca names a file with the authority that issued it.",
                    failure);
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return attempt.failed(
                    where + " takes no connection within " + access.timeout().toSeconds() + " s", SEE, failure);
        }
        if (failure instanceof ConnectException) {
            boolean unknown = failure.getCause() instanceof UnresolvedAddressException
                    || (failure.getCause() != null
                            && failure.getCause().getCause() instanceof UnresolvedAddressException);
            return attempt.failed(
                    unknown ? where + "'s name is not known" : where + " takes no connection", SEE, failure);
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return attempt.failed("the answer broke off: " + message, SEE, failure);
    }
}
