package io.devfile.registry.viewer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.viewer.catalogue.Catalogue;
import io.devfile.registry.viewer.detail.DetailPages;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.EntryIcons;
import io.devfile.registry.viewer.page.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The pages of one state. Their data is computed once, and rendered pages are cached up to a size limit. Thread-safe.
 */
final class StatePages {

    private static final long ROOM = 16L << 20;

    private final RegistryState state;
    private final String registry;
    private final Catalogue catalogue;
    private final DetailPages details;
    private final String fingerprint;
    private final Cache<Key, Content> rendered = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((Key key, Content content) -> content.weight() + key.path().length())
            // maintenance of the cache is short, and an application must not start threads of the server
            .executor(Runnable::run)
            .build();

    private record Key(String base, String path) {}

    /** Renders a page that is not in the cache. */
    @FunctionalInterface
    interface Recipe {
        Content render() throws IOException;
    }

    /** @param build identifies the build that creates the pages */
    StatePages(RegistryState state, ContentStore store, ViewerConfiguration settings, String build) {
        this.state = state;
        this.registry = Slug.of(settings.name());
        EntryIcons icons = new EntryIcons(state.icons());
        this.catalogue = Catalogue.of(state.catalog().entries(), new Addresses("", registry), icons);
        this.details = new DetailPages(state.catalog(), store, icons, settings.che());
        this.fingerprint = String.join(
                "\n",
                state.digest().toString(),
                build,
                settings.name(),
                settings.che().orElse(""));
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

    /** The entity tag of a page, without its quotes: the same on every server with this build and content. */
    String tag(Addresses addresses, String path) {
        String all = String.join("\n", List.of(fingerprint, addresses.base(), path));
        return Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
    }

    /**
     * A page, from the cache if possible.
     *
     * @throws IOException if the page cannot be rendered
     */
    Content page(Addresses addresses, String path, Recipe recipe) throws IOException {
        try {
            return rendered.get(new Key(addresses.base(), path), key -> {
                try {
                    return recipe.render();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
