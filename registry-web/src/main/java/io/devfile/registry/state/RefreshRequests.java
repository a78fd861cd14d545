package io.devfile.registry.state;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where a refresh of sources is asked for before their time. Safe for use by several threads. */
@ApplicationScoped
public class RefreshRequests {

    /** Has sources asked for news. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Returns at once. Requests that come while a source is being asked make it be asked once more.
         *
         * @param source the name of one; empty for all
         * @return the names of those that will be asked; empty where there is no such source
         */
        List<String> request(Optional<String> source);
    }

    private final AtomicReference<Listener> listener = new AtomicReference<>(source -> List.of());

    /** From now on, requests go to this one. */
    public void listen(Listener next) {
        listener.set(next);
    }

    /** As {@link Listener#request}; nothing is asked until somebody listens. */
    public List<String> request(Optional<String> source) {
        return listener.get().request(source);
    }
}
