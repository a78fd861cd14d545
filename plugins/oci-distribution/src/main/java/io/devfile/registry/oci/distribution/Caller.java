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
 * Makes calls: with the time that they may take, again where that may help, and with failures that say what was tried.
 * Used by many threads.
 *
 * @param patience how long the answer to one operation may take to begin, all attempts together, beside what it takes to
 *     send content
 */
record Caller(Delivery delivery, Retries retries, Duration patience) {

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    /** Does an operation that may be repeated. */
    <T> T call(Operation<T> operation) throws OciBackendException {
        Deadline deadline = deadline(operation);
        return retries.run(operation.action(), deadline, () -> once(operation, deadline));
    }

    /** Does an operation once, within a time that may be shorter. */
    <T> T probe(Operation<T> operation, Duration limit) throws OciBackendException {
        try {
            return once(operation, Deadline.after(limit.compareTo(patience) < 0 ? limit : patience));
        } catch (CallFailedException e) {
            throw Retries.failure(operation.action(), e);
        }
    }

    /**
     * Does an operation without trying again.
     *
     * @throws CallFailedException where it fails and may be tried again, by whoever knows how
     */
    <T> T once(Operation<T> operation) throws CallFailedException, OciBackendException {
        return once(operation, deadline(operation));
    }

    /** As {@link #once(Operation)}, within a time of its own. */
    <T> T once(Operation<T> operation, Deadline deadline) throws CallFailedException, OciBackendException {
        try (Answer answer = delivery.deliver(operation.call(), deadline)) {
            requireDecided(answer);
            return operation.take(answer, deadline);
        } catch (MalformedJson e) {
            throw CallFailedException.lasting(
                            "what " + operation.call().destination().origin()
                                    + " answers is not what a registry answers: " + e.getMessage(),
                            "See that url is the address of a registry.")
                    .because(e);
        } catch (IOException e) {
            throw ContentFailure.of(operation.action(), e);
        }
    }

    private Deadline deadline(Operation<?> operation) {
        return Deadline.after(patience.plus(operation.call().payload().passage()));
    }

    private void requireDecided(Answer answer) throws CallFailedException {
        int status = answer.status();
        boolean foreign = !answer.from().origin().equals(delivery.home());
        boolean closed = status == 401 || status == 403;
        if (PASSING.contains(status) || closed && foreign) {
            // Storage that an address lets one into for some time may do so by the next one.
            Optional<Duration> pause =
                    answer.header("Retry-After").flatMap(text -> RetryAfter.parse(text, Instant.now()));
            throw CallFailedException.passing(reason(answer) + asking(pause), "See that it is well.", pause);
        }
        if (closed) {
            throw CallFailedException.notAllowed(
                    reason(answer),
                    status == 401
                            ? "Correct the settings username and password, or the token."
                            : "Let this user do it, in the registry's configuration, or use another user.");
        }
    }

    private static String reason(Answer answer) throws CallFailedException {
        return RegistryError.of(answer).reason(answer.from().origin().toString());
    }

    private static String asking(Optional<Duration> pause) {
        return pause.map(time -> " and asks to wait " + time.toSeconds() + " s").orElse("");
    }
}
