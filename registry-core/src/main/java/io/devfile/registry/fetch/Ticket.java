package io.devfile.registry.fetch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The right to use the guard, and what became of it. Safe for use by several threads. */
final class Ticket {

    private final String secret;
    private final AtomicReference<Optional<Refusal>> refusal = new AtomicReference<>(Optional.empty());

    Ticket(String secret) {
        this.secret = secret;
    }

    /** What proves the right: text without white space. */
    String secret() {
        return secret;
    }

    /** Why the last attempt with this came to nothing, where it did. */
    Optional<Refusal> refusal() {
        return refusal.get();
    }

    void refused(Refusal why) {
        refusal.set(Optional.of(why));
    }
}
