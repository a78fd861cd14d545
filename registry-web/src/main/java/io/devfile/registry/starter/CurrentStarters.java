package io.devfile.registry.starter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What fetches the starter projects of the running registry. */
@ApplicationScoped
public class CurrentStarters {

    private final AtomicReference<Optional<StarterZips>> zips = new AtomicReference<>(Optional.empty());

    /** Empty until the data directory is open. */
    public Optional<StarterZips> get() {
        return zips.get();
    }

    public void set(StarterZips opened) {
        zips.set(Optional.of(opened));
    }
}
