package io.devfile.registry.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What makes bundles of the running registry. */
@ApplicationScoped
public class CurrentBundles {

    private final AtomicReference<Optional<Bundles>> bundles = new AtomicReference<>(Optional.empty());

    /** Empty until the data directory is open. */
    public Optional<Bundles> get() {
        return bundles.get();
    }

    public void set(Bundles opened) {
        bundles.set(Optional.of(opened));
    }
}
