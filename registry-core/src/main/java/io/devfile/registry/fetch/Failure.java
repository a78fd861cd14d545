package io.devfile.registry.fetch;

import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.spi.config.RefusedAddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Creates the exceptions of a fetch.
 *
 * @param address the address as it is shown
 */
record Failure(String address) {

    private static final String CHECK =
            "Check that the address is correct and that the server of the registry can reach it.";

    FetchException notFound(int status) {
        return new FetchException(
                FetchException.Kind.NOT_FOUND,
                address,
                "it does not exist (status " + status + ")",
                "Correct the address, or publish the file there.");
    }

    FetchException failed(String reason) {
        return new FetchException(FetchException.Kind.FAILED, address, reason, CHECK);
    }

    FetchException tooLarge(long limit) {
        return new FetchException(
                FetchException.Kind.TOO_LARGE, address, "it is larger than " + limit + " bytes", "Make it smaller.");
    }

    FetchException timedOut(Duration limit) {
        return new FetchException(
                FetchException.Kind.TIMED_OUT,
                address,
                "it takes longer than " + limit.toMillis() / 1000.0 + " seconds",
                CHECK);
    }

    /**
     * The failure for an exception of the HTTP client.
     *
     * @throws StorageException if that is the cause
     */
    FetchException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException storage) {
                throw storage;
            }
            if (cause instanceof TooLargeException large) {
                return tooLarge(large.limit());
            }
            if (cause instanceof RefusedAddressException) {
                return new FetchException(
                        FetchException.Kind.REFUSED,
                        address,
                        cause.getMessage(),
                        "Publish it on the public internet, or ask the operator to allow the host.");
            }
            if (cause instanceof UnknownHostException) {
                return failed(cause.getMessage());
            }
            if (cause instanceof SocketTimeoutException) {
                return new FetchException(
                        FetchException.Kind.TIMED_OUT, address, "its server does not answer in time", CHECK, thrown);
            }
            if (cause instanceof ConnectException) {
                return failed("its server does not accept connections", thrown);
            }
            if (cause instanceof SSLException) {
                return failed("the TLS connection failed, or its certificate is not trusted", thrown);
            }
            if (cause instanceof IOException && cause.getCause() == null) {
                return failed("the connection broke, or the response is not HTTP", thrown);
            }
        }
        return failed("the HTTP client cannot make such a request, or is closed", thrown);
    }

    private FetchException failed(String reason, Throwable cause) {
        return new FetchException(FetchException.Kind.FAILED, address, reason, CHECK, cause);
    }
}
