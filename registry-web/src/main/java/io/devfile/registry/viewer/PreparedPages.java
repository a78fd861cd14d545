package io.devfile.registry.viewer;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.state.RegistryState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the pages of the served state. Creates them again if a request finds another state. */
@ApplicationScoped
public class PreparedPages {

    @Inject
    private Registry registry;

    @Inject
    private ViewerSettings settings;

    private volatile @Nullable StatePages prepared;

    /** Empty until there is a state. */
    Optional<StatePages> get() {
        RegistryState state = registry.state().orElse(null);
        StatePages pages = prepared;
        return state != null && isOf(pages, state) ? Optional.of(pages) : prepare();
    }

    private synchronized Optional<StatePages> prepare() {
        RegistryState state = registry.state().orElse(null);
        Optional<ContentStore> store = registry.content();
        Optional<ViewerConfiguration> configuration = settings.get();
        if (state == null || store.isEmpty() || configuration.isEmpty()) {
            return Optional.empty();
        }
        if (!isOf(prepared, state)) {
            prepared = new StatePages(state, store.get(), configuration.get());
        }
        return Optional.ofNullable(prepared);
    }

    private static boolean isOf(@Nullable StatePages pages, RegistryState state) {
        return pages != null && pages.state() == state;
    }
}
