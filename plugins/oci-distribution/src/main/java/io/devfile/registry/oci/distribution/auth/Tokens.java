package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.toolkit.http.Deadline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The current tokens, one per challenge, kept until they expire. A thread that needs a token that is being fetched
 * waits.
 */
final class Tokens {

    /** Enough for every repository of a large registry; if there are more, all tokens are fetched again. */
    private static final int MAX_COUNT = 10_000;

    private final TokenService service;
    private final Map<Challenge, Slot> slots = new ConcurrentHashMap<>();

    Tokens(TokenService service) {
        this.service = service;
    }

    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable BearerToken token;
    }

    /**
     * The header with a token for a challenge.
     *
     * @param refused the header that the registry rejected, if any: it is not returned again
     */
    String header(Challenge challenge, @Nullable String refused, Deadline deadline) throws CallFailedException {
        if (slots.size() >= MAX_COUNT) {
            slots.clear();
        }
        Slot slot = slots.computeIfAbsent(challenge, key -> new Slot());
        acquire(slot.lock, deadline);
        try {
            BearerToken token = slot.token;
            if (token == null || !token.isGood() || token.header().equals(refused)) {
                token = service.fetch(challenge, deadline);
                slot.token = token;
            }
            return token.header();
        } finally {
            slot.lock.unlock();
        }
    }

    private static void acquire(ReentrantLock lock, Deadline deadline) throws CallFailedException {
        try {
            if (!lock.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw CallFailedException.temporary(
                        "no token for it was received in time", "Check the status of the registry's token service.");
            }
        } catch (InterruptedException e) {
            throw CallFailedException.interrupted(e);
        }
    }
}
