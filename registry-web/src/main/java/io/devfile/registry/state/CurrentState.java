package io.devfile.registry.state;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The state that is being served. Everything that answers a request asks for it once. */
@ApplicationScoped
public class CurrentState {

    private final AtomicReference<Optional<RegistryState>> current = new AtomicReference<>(Optional.empty());

    /** Empty until the first state stands. */
    public Optional<RegistryState> get() {
        return current.get();
    }

    /** From now on this one is served. */
    public void swap(RegistryState next) {
        current.set(Optional.of(next));
    }
}
