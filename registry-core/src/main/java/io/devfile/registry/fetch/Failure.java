package io.devfile.registry.fetch;

import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.spi.config.RefusedAddressException;
import io.devfile.registry.toolkit.http.HttpFailure;
import java.net.UnknownHostException;
import java.time.Duration;

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

    /**
     * The failure for an exception of the HTTP client, or of the stream that receives the content.
     *
     * @param timeLimit of the fetch
     * @throws StorageException if that is the cause
     * @throws InterruptedException if this thread is interrupted
     */
    FetchException of(Exception thrown, Duration timeLimit) throws InterruptedException {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException storage) {
                throw storage;
            }
            if (cause instanceof TooLargeException large) {
                return tooLarge(large.limit());
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("The fetch of " + address + " was interrupted");
        }
        if (!(thrown instanceof HttpFailure failure)) {
            return failed(FetchException.Kind.FAILED, "the HTTP client cannot make such a request", CHECK, thrown);
        }
        return switch (failure.kind()) {
            case REFUSED_ADDRESS -> refused(failure.getMessage(), thrown);
            case TIMED_OUT ->
                failed(
                        FetchException.Kind.TIMED_OUT,
                        "it takes longer than " + timeLimit.toMillis() / 1000.0 + " seconds",
                        CHECK,
                        thrown);
            default -> failed(FetchException.Kind.FAILED, failure.getMessage(), CHECK, thrown);
        };
    }

    /** The failure for a host that is not known, or may not be connected to. */
    FetchException of(UnknownHostException thrown) {
        return thrown instanceof RefusedAddressException
                ? refused(thrown.getMessage(), thrown)
                : failed(FetchException.Kind.FAILED, thrown.getMessage(), CHECK, thrown);
    }

    private FetchException refused(String reason, Exception cause) {
        return failed(
                FetchException.Kind.REFUSED,
                reason,
                "Publish it on the public internet, or ask the operator to allow the host.",
                cause);
    }

    private FetchException failed(FetchException.Kind kind, String reason, String remedy, Exception cause) {
        return new FetchException(kind, address, reason, remedy, cause);
    }
}
