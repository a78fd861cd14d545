package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Makes calls: with time limits, with retries if they may help, and with failures that state the attempted operation.
 * Used by many threads.
 *
 * @param timeout the timeout until the response of one operation begins, for all attempts together, without the time
 *     to send content
 */
record Caller(Delivery delivery, Retries retries, Duration timeout) {

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    /** Performs an operation that may be repeated. */
    <T> T call(Operation<T> operation) throws OciBackendException {
        Deadline deadline = deadline(operation);
        return retries.run(operation.action(), deadline, () -> once(operation, deadline));
    }

    /** Performs an operation once, within the timeout or the given limit, whichever is shorter. */
    <T> T probe(Operation<T> operation, Duration limit) throws OciBackendException {
        try {
            return once(operation, Deadline.after(limit.compareTo(timeout) < 0 ? limit : timeout));
        } catch (CallFailedException e) {
            throw Retries.failure(operation.action(), e);
        }
    }

    /**
     * Performs an operation without retries.
     *
     * @throws CallFailedException if it fails and the caller may retry it
     */
    <T> T once(Operation<T> operation) throws CallFailedException, OciBackendException {
        return once(operation, deadline(operation));
    }

    /** As {@link #once(Operation)}, with its own deadline. */
    <T> T once(Operation<T> operation, Deadline deadline) throws CallFailedException, OciBackendException {
        try (Answer answer = delivery.deliver(operation.call(), deadline)) {
            requireDecided(answer);
            return operation.take(answer, deadline);
        } catch (MalformedJson e) {
            throw CallFailedException.lasting(
                            "the response of " + operation.call().destination().origin()
                                    + " is not the response of a registry: " + e.getMessage(),
                            "Check that url is the address of a registry.")
                    .because(e);
        } catch (IOException e) {
            throw ContentFailure.of(operation.action(), e);
        }
    }

    private Deadline deadline(Operation<?> operation) {
        return Deadline.after(timeout.plus(operation.call().payload().passage()));
    }

    private void requireDecided(Answer answer) throws CallFailedException {
        int status = answer.status();
        boolean foreign = !answer.from().origin().equals(delivery.home());
        boolean closed = status == 401 || status == 403;
        if (PASSING.contains(status) || closed && foreign) {
            // An address of the storage may have expired; the next one may be accepted.
            Optional<Duration> pause =
                    answer.header("Retry-After").flatMap(text -> RetryAfter.parse(text, Instant.now()));
            throw CallFailedException.passing(
                    reason(answer) + asking(pause), "Check the status of that server.", pause);
        }
        if (closed) {
            throw CallFailedException.notAllowed(
                    reason(answer),
                    status == 401
                            ? "Correct the settings username and password, or the token."
                            : "Give this user the permission in the registry's configuration, or use another user.");
        }
    }

    private static String reason(Answer answer) throws CallFailedException {
        return RegistryError.of(answer).reason(answer.from().origin().toString());
    }

    private static String asking(Optional<Duration> pause) {
        return pause.map(time -> " and asks to wait " + time.toSeconds() + " s").orElse("");
    }
}
