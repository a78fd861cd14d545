package io.devfile.registry.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The content store of the running registry. */
@ApplicationScoped
public class CurrentContent {

    private final AtomicReference<Optional<ContentStore>> store = new AtomicReference<>(Optional.empty());

    /** Empty until the data directory is open. */
    public Optional<ContentStore> get() {
        return store.get();
    }

    public void set(ContentStore opened) {
        store.set(Optional.of(opened));
    }
}
