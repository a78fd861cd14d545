package io.devfile.registry.state;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.icon.Icons;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.IndexAnswers;
import io.devfile.registry.sample.Samples;
import io.devfile.registry.spi.oci.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is served at one moment. A request gets the state once and answers from it, so that it never sees a
 * mix of an old and a new state. Immutable.
 */
public final class RegistryState {

    private final List<SourceCatalog> sources;
    private final Catalog catalog;
    private final Map<String, CatalogEntry> entries;
    private final Map<String, CatalogEntry> byRepository;
    private final Index index;
    private final IndexAnswers answers;
    private final Icons icons;
    private final Samples samples;
    private final Digest digest;
    private final Instant builtAt;
    private final boolean restored;

    RegistryState(
            List<SourceCatalog> sources,
            Catalog catalog,
            Index index,
            IndexAnswers answers,
            Icons icons,
            Samples samples,
            Digest digest,
            Instant builtAt,
            boolean restored) {
        this.sources = List.copyOf(sources);
        this.catalog = catalog;
        this.entries = catalog.entries().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.entry().name(), Function.identity()));
        this.byRepository = catalog.entries().stream()
                .filter(entry -> entry.repository().isPresent())
                .collect(
                        Collectors.toUnmodifiableMap(entry -> entry.repository().orElseThrow(), Function.identity()));
        this.index = index;
        this.answers = answers;
        this.icons = icons;
        this.samples = samples;
        this.digest = digest;
        this.builtAt = builtAt;
        this.restored = restored;
    }

    /** The last successful delivery of each source, in order of precedence. */
    public List<SourceCatalog> sources() {
        return sources;
    }

    /** The delivery of this source. */
    public Optional<SourceCatalog> source(String name) {
        return sources.stream().filter(source -> source.source().equals(name)).findFirst();
    }

    /** The entries in the order of the index, and the findings of all sources. */
    public Catalog catalog() {
        return catalog;
    }

    /** An entry by its name. */
    public Optional<CatalogEntry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The entry whose artifacts are in a repository. */
    public Optional<CatalogEntry> inRepository(String repository) {
        return Optional.ofNullable(byRepository.get(repository));
    }

    /** The index. */
    public Index index() {
        return index;
    }

    /** The prepared answers about the index. */
    public IndexAnswers answers() {
        return answers;
    }

    /** The icons of the entries that this server has stored. */
    public Icons icons() {
        return icons;
    }

    /** The devfiles of samples that were read from remotes; the catalog contains them, too. */
    public Samples samples() {
        return samples;
    }

    /** Equal for equal content, on every server. */
    public Digest digest() {
        return digest;
    }

    /** When the state was built. */
    public Instant builtAt() {
        return builtAt;
    }

    /** Whether this state is from an earlier run and was not built by this one. */
    public boolean restored() {
        return restored;
    }
}
