package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.content.DigestMismatchException;
import io.devfile.registry.toolkit.content.IncomingContent;
import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Performs operations: with time limits, with retries if they may help, and with failures that state the attempted
 * operation. Thread-safe.
 *
 * @param timeout for all attempts of one operation together, until the response begins; sending content is not counted
 */
record RegistryClient(Delivery delivery, Duration timeout) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RegistryClient.class.getName());
    private static final Set<Integer> TEMPORARY = Set.of(408, 429, 500, 502, 503, 504);
    private static final int ATTEMPTS = 4;

    /** The maximum of the first pause. It doubles for each later pause. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** If the server asks for a longer pause, the operation fails instead. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    /** Something that may be tried again. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws CallFailedException, OciBackendException;
    }

    /** Performs an operation that may be repeated. */
    <T> T call(Operation<T> operation) throws OciBackendException {
        Deadline deadline = Deadline.after(timeout);
        return retry(operation.action(), deadline, () -> once(operation, deadline));
    }

    /** Performs an operation without retries, within the timeout or the given limit, whichever is shorter. */
    <T> T callOnce(Operation<T> operation, Duration limit) throws OciBackendException {
        try {
            return once(operation, Deadline.after(limit.compareTo(timeout) < 0 ? limit : timeout));
        } catch (CallFailedException e) {
            throw failure(operation.action(), e);
        }
    }

    /**
     * Performs an operation without retries.
     *
     * @throws CallFailedException if it fails and the caller may retry it
     */
    <T> T once(Operation<T> operation) throws CallFailedException, OciBackendException {
        return once(operation, Deadline.after(timeout));
    }

    /**
     * Checks whether there is a registry that grants access.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#determining-support">end-1</a>
     */
    record Probe(RemoteRegistry registry) implements Operation<Boolean> {

        @Override
        public String action() {
            return "use the registry at " + registry;
        }

        @Override
        public Call call() {
            return Call.of("GET", registry.api(""), new Access("", Access.Right.READ));
        }

        @Override
        public Boolean take(Response response) throws CallFailedException {
            if (response.status() != 200) {
                throw RegistryError.unexpected(response);
            }
            return true;
        }
    }

    /**
     * Tries until it succeeds, a retry cannot help, or there is no more time. The pauses get longer and are random, so
     * that not all clients retry at the same time.
     *
     * @param action continuing the words "Tried to"
     */
    <T> T retry(String action, Deadline deadline, Attempt<T> attempt) throws OciBackendException {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.run();
            } catch (CallFailedException e) {
                Duration pause = pause(tried, e);
                boolean hopeless = e.kind() != CallFailedException.Kind.TEMPORARY || tried >= ATTEMPTS;
                if (hopeless || pause.compareTo(MAX_PAUSE) > 0 || !deadline.allows(pause)) {
                    throw failure(action, e);
                }
                LOG.log(
                        Level.DEBUG,
                        () -> "Trying again in " + pause.toMillis() + " ms to " + action + ": " + e.reason());
                sleep(pause, action);
            }
        }
    }

    static OciBackendException failure(String action, CallFailedException e) {
        if (e.kind() == CallFailedException.Kind.NOT_ALLOWED) {
            NotAllowedException refused = new NotAllowedException(action, e.reason(), e.remedy());
            refused.initCause(e);
            return refused;
        }
        return new OciBackendException(action, e.reason(), e.remedy(), e);
    }

    @Override
    public void close() {
        delivery.close();
    }

    private <T> T once(Operation<T> operation, Deadline deadline) throws CallFailedException, OciBackendException {
        try (Response response = delivery.deliver(operation.call(), deadline)) {
            requireDecided(response);
            return operation.take(response);
        } catch (MalformedJson e) {
            throw CallFailedException.permanent(
                            "the response of " + operation.call().destination().origin()
                                    + " is not the response of a registry: " + e.getMessage(),
                            "Check that url is the address of a registry.")
                    .because(e);
        } catch (IOException e) {
            throw contentFailure(operation.action(), e);
        }
    }

    private void requireDecided(Response response) throws CallFailedException {
        int status = response.status();
        boolean refused = status == 401 || status == 403;
        boolean elsewhere = !response.from().origin().equals(delivery.home());
        if (TEMPORARY.contains(status) || refused && elsewhere) {
            // An address of the storage may have expired; the next one may be accepted.
            Duration pause = response.retryAfter().orElse(null);
            throw CallFailedException.temporary(
                    RegistryError.of(response).reason()
                            + (pause == null ? "" : " and asks to wait " + pause.toSeconds() + " s"),
                    "Check the status of that server.",
                    pause);
        }
        if (refused) {
            throw CallFailedException.notAllowed(
                    RegistryError.of(response).reason(),
                    status == 401
                            ? "Correct the settings username and password, or the token."
                            : "Give this user the permission in the registry's configuration, or use another user.");
        }
    }

    /** The exception for content that is to be stored but cannot be read, or does not match its digest. */
    private static OciBackendException contentFailure(String action, IOException failure) {
        if (failure instanceof DigestMismatchException) {
            return new ContentMismatchException(
                    action, failure.getMessage(), "Check that the content does not change while it is stored.");
        }
        IOException cause = failure instanceof IncomingContent.ReadFailure read ? read.failure() : failure;
        boolean interrupt = cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
        if (interrupt
                || cause instanceof ClosedByInterruptException
                || Thread.currentThread().isInterrupted()) {
            return failure(action, CallFailedException.interrupted(cause));
        }
        return new OciBackendException(
                action,
                "reading its content failed: " + cause.getMessage(),
                "Check that the content can be read; the next refresh tries again.",
                cause);
    }

    private static Duration pause(int tried, CallFailedException failure) {
        long longest = FIRST_PAUSE.toNanos() << (tried - 1);
        Duration own = Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return failure.pause().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    private static void sleep(Duration pause, String action) throws OciBackendException {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw failure(action, CallFailedException.interrupted(e));
        }
    }
}
