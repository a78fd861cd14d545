package io.devfile.registry.state;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.index.IconData;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.IndexAnswers;
import java.time.Instant;
import java.util.List;

/** Builds a state from what the sources delivered. */
public final class StateBuilder {

    private final StateJson json;

    public StateBuilder(StateJson json) {
        this.json = json;
    }

    /** The state of just now. */
    public RegistryState build(List<SourceCatalog> sources, Instant now) {
        return build(sources, now, false);
    }

    RegistryState build(List<SourceCatalog> sources, Instant builtAt, boolean restored) {
        Catalog catalog = Catalog.merge(sources);
        Index index =
                new Index(catalog.entries().stream().map(CatalogEntry::entry).toList());
        IndexAnswers answers = new IndexAnswers(index, IconData.NONE);
        return new RegistryState(sources, catalog, index, answers, json.digest(sources), builtAt, restored);
    }
}
