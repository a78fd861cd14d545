package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackendException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Retries after temporary failures. The pauses get longer and are random, so that not all clients retry at the same
 * time.
 *
 * @param attempts the total number of attempts
 * @param first the maximum length of the first pause; the maximum doubles for each later pause
 */
record Retries(int attempts, Duration first) {

    /** If the server asks for a longer pause, the failure is thrown instead. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final System.Logger LOGGER = System.getLogger(Retries.class.getName());

    @FunctionalInterface
    interface Attempt<T> {
        T run() throws CallFailedException, OciBackendException;
    }

    /**
     * Tries until the operation succeeds, a retry cannot help, or there is no more time.
     *
     * @param action continuing the words "Tried to"
     */
    <T> T run(String action, Deadline deadline, Attempt<T> attempt) throws OciBackendException {
        try {
            return attempt(action, deadline, attempt);
        } catch (CallFailedException e) {
            throw failure(action, e);
        }
    }

    /** As {@link #run}, for a part of an operation that may be retried as a whole. */
    <T> T attempt(String action, Deadline deadline, Attempt<T> attempt)
            throws CallFailedException, OciBackendException {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.run();
            } catch (CallFailedException e) {
                Duration pause = pause(tried, e);
                boolean hopeless = e.kind() != CallFailedException.Kind.PASSING || tried >= attempts;
                if (hopeless || pause.compareTo(LONGEST_PAUSE) > 0 || !deadline.allows(pause)) {
                    throw e;
                }
                LOGGER.log(
                        System.Logger.Level.DEBUG,
                        () -> "Trying again in " + pause.toMillis() + " ms to " + action + ": " + e.reason());
                sleep(pause);
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

    private Duration pause(int tried, CallFailedException failure) {
        long longest = first.toNanos() << (tried - 1);
        Duration own = Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return failure.pause().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    private static void sleep(Duration pause) throws CallFailedException {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw CallFailedException.interrupted(e);
        }
    }
}
