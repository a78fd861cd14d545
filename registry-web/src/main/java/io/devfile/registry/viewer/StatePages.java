package io.devfile.registry.viewer;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.viewer.catalogue.Catalogue;
import io.devfile.registry.viewer.detail.DetailPages;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.EntryIcons;
import io.devfile.registry.viewer.page.Slug;
import java.util.Optional;

/**
 * What the pages of one state show, computed once. Thread-safe.
 */
final class StatePages {

    private final RegistryState state;
    private final String registry;
    private final Catalogue catalogue;
    private final DetailPages details;

    StatePages(RegistryState state, ContentStore store, ViewerConfiguration settings) {
        this.state = state;
        this.registry = Slug.of(settings.name());
        EntryIcons icons = new EntryIcons(state.icons());
        this.catalogue = Catalogue.of(state.catalog().entries(), state.index(), new Addresses("", registry), icons);
        this.details = new DetailPages(state.catalog(), store, icons, settings.che());
    }

    RegistryState state() {
        return state;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    DetailPages details() {
        return details;
    }

    /** The source with this slug. */
    Optional<String> source(String slug) {
        return state.sources().stream()
                .map(source -> source.source())
                .filter(name -> Slug.of(name).equals(slug))
                .findFirst();
    }

    /** Whether a URL may use this name for the registry of an entry. */
    boolean isRegistryOf(String name, CatalogEntry entry) {
        String slug = Slug.of(name);
        return slug.equals(registry) || slug.equals(Slug.of(entry.source()));
    }

    /** Whether this is the name of the registry as a whole. */
    boolean isRegistry(String name) {
        return Slug.of(name).equals(registry);
    }
}
