package io.devfile.registry.state;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.icon.IconCache;
import io.devfile.registry.icon.Icons;
import io.devfile.registry.index.IconData;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.IndexAnswers;
import io.devfile.registry.sample.SampleCache;
import io.devfile.registry.sample.Samples;
import io.devfile.registry.spi.oci.model.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a state from the catalogs of the sources. */
public final class StateBuilder {

    /** Icons that take longer are added later. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final StateJson json;
    private final @Nullable IconCache iconCache;
    private final @Nullable SampleCache sampleCache;

    /** A builder for states without icons of their own. */
    public StateBuilder(StateJson json) {
        this.json = json;
        this.iconCache = null;
        this.sampleCache = null;
    }

    /**
     * @param icons provides the icons
     * @param samples provides the devfiles of samples that are not in their source
     */
    public StateBuilder(StateJson json, IconCache icons, SampleCache samples) {
        this.json = json;
        this.iconCache = icons;
        this.sampleCache = samples;
    }

    /** A state of these sources at this time. */
    public RegistryState build(List<SourceCatalog> sources, Instant now) {
        return build(sources, now, false);
    }

    /**
     * Starts to fetch the remote content that a state of these sources needs, and waits a short time for it.
     *
     * @return how long to wait until more of it may be available; empty if no more is expected
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Optional<Duration> prepare(List<SourceCatalog> sources) throws InterruptedException {
        return iconCache != null ? iconCache.fetch(Catalog.merge(sources), TIMEOUT) : Optional.empty();
    }

    /**
     * Starts to fetch the optional remote content of a state of these sources, and does not wait.
     *
     * @return as {@link #prepare}
     */
    public Optional<Duration> complete(List<SourceCatalog> sources) {
        return sampleCache != null ? sampleCache.fetch(Catalog.merge(sources)) : Optional.empty();
    }

    /** Whether a state has all icons and samples that are available now. */
    public boolean isComplete(RegistryState state) {
        return samples(Catalog.merge(state.sources())).equals(state.samples())
                && icons(state.catalog()).equals(state.icons());
    }

    RegistryState build(List<SourceCatalog> sources, Instant builtAt, boolean restored) {
        Samples samples = samples(Catalog.merge(sources));
        Catalog merged = samples.complete(Catalog.merge(sources));
        Icons icons = icons(merged);
        Index index = new Index(
                merged.entries().stream().map(CatalogEntry::entry).toList(),
                merged.entries().stream().map(CatalogEntry::searchTexts).toList());
        IconData data = iconCache != null ? iconCache.data(icons, index.entries()) : IconData.NONE;
        return new RegistryState(
                sources,
                merged.with(icons.findings()),
                index,
                new IndexAnswers(index, data),
                icons,
                samples,
                digest(sources, icons, samples),
                builtAt,
                restored);
    }

    private Icons icons(Catalog catalog) {
        return iconCache != null ? iconCache.read(catalog) : Icons.NONE;
    }

    private Samples samples(Catalog catalog) {
        return sampleCache != null ? sampleCache.read(catalog) : Samples.NONE;
    }

    private Digest digest(List<SourceCatalog> sources, Icons icons, Samples samples) {
        String all = json.digest(sources) + "\n" + icons.fingerprint() + "\n" + samples.fingerprint();
        return Digest.of(all.getBytes(StandardCharsets.UTF_8));
    }
}
