package io.devfile.registry.fetch;

import java.io.IOException;

/** The guard does not, or cannot, connect. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.reason());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
