package io.devfile.registry.viewer;

import io.devfile.registry.config.ViewerConfiguration;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.CurrentContent;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.viewer.page.IconAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Has the pages of the state that is served; makes them anew when the first request finds another state. */
@ApplicationScoped
public class PreparedPages {

    @Inject
    private CurrentState current;

    @Inject
    private CurrentContent content;

    @Inject
    private IconAddresses icons;

    private volatile Optional<StatePages> prepared = Optional.empty();

    /** Empty until there is a state. */
    Optional<StatePages> get(ViewerConfiguration settings, String build) {
        Optional<RegistryState> state = current.get();
        Optional<ContentStore> store = content.get();
        if (state.isEmpty() || store.isEmpty()) {
            return Optional.empty();
        }
        Optional<StatePages> pages = prepared;
        return isOf(pages, state.get()) ? pages : Optional.of(prepare(state.get(), store.get(), settings, build));
    }

    private synchronized StatePages prepare(
            RegistryState state, ContentStore store, ViewerConfiguration settings, String build) {
        return prepared.filter(pages -> pages.state() == state).orElseGet(() -> {
            StatePages pages = new StatePages(state, store, settings, icons, build);
            prepared = Optional.of(pages);
            return pages;
        });
    }

    private static boolean isOf(Optional<StatePages> pages, RegistryState state) {
        return pages.filter(one -> one.state() == state).isPresent();
    }
}
