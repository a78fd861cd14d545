package io.devfile.registry.viewer;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.state.RegistryState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Holds the pages of the served state. Creates them again if a request finds another state. */
@ApplicationScoped
public class PreparedPages {

    @Inject
    private Registry registry;

    @Inject
    private ViewerSettings settings;

    private volatile Optional<StatePages> prepared = Optional.empty();

    /** Empty until there is a state. */
    Optional<StatePages> get() {
        Optional<RegistryState> state = registry.state();
        Optional<StatePages> pages = prepared;
        return state.isPresent() && isOf(pages, state.get()) ? pages : prepare();
    }

    private synchronized Optional<StatePages> prepare() {
        Optional<RegistryState> state = registry.state();
        Optional<ContentStore> store = registry.content();
        Optional<ViewerConfiguration> configuration = settings.get();
        if (state.isEmpty() || store.isEmpty() || configuration.isEmpty()) {
            return Optional.empty();
        }
        if (!isOf(prepared, state.get())) {
            prepared = Optional.of(new StatePages(state.get(), store.get(), configuration.get()));
        }
        return prepared;
    }

    private static boolean isOf(Optional<StatePages> pages, RegistryState state) {
        return pages.filter(one -> one.state() == state).isPresent();
    }
}
