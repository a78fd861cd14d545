package io.devfile.registry.fetch;

import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.TooLargeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/**
 * Makes the exceptions of a fetch.
 *
 * @param address to be shown
 */
record Failure(String address) {

    private static final String CHECK =
            "See that the address is right and can be reached from where the registry runs.";

    FetchException notFound(int status) {
        return new FetchException(
                FetchException.Kind.NOT_FOUND,
                address,
                "there is nothing there (status " + status + ")",
                "Correct the address, or put something there.");
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

    FetchException refused(Refusal refusal) {
        FetchException.Kind kind = switch (refusal.cause()) {
            case POLICY -> FetchException.Kind.REFUSED;
            case TIMED_OUT -> FetchException.Kind.TIMED_OUT;
            case MALFORMED, STRANGER, UNREACHABLE -> FetchException.Kind.FAILED;
        };
        String remedy = kind == FetchException.Kind.REFUSED
                ? "Put it where it can be reached from everywhere, or have the operator allow the host."
                : CHECK;
        return new FetchException(kind, address, refusal.reason(), remedy);
    }

    /**
     * Out of what the client threw.
     *
     * @throws StorageException where that is what broke
     */
    FetchException of(ExecutionException failure, Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException storage) {
                throw storage;
            }
            if (cause instanceof TooLargeException large) {
                return tooLarge(large.limit());
            }
            if (cause instanceof SSLException) {
                return new FetchException(
                        FetchException.Kind.FAILED,
                        address,
                        "there is no secure connection, or its certificate is not trusted",
                        CHECK,
                        cause);
            }
            if (cause instanceof IOException) {
                return new FetchException(
                        FetchException.Kind.FAILED,
                        address,
                        "the connection broke, or what came is no HTTP",
                        CHECK,
                        cause);
            }
        }
        return new FetchException(
                FetchException.Kind.FAILED,
                address,
                "the HTTP client makes no such request, or is closed",
                CHECK,
                failure);
    }
}
