package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.DefaultVersion;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.DisplayText;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An entry, prepared for counting, sorting and display.
 *
 * @param values its values of each facet
 * @param updated {@link Instant#MIN} if it is not known
 */
record CatalogueEntry(String name, Map<Facet, Set<String>> values, Instant updated, Card card, String title) {

    static final String NOT_STATED = "not stated";

    static CatalogueEntry of(CatalogEntry catalogEntry, Card card) {
        IndexEntry entry = catalogEntry.entry();
        Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        values.put(Facet.TYPES, Set.of(Card.kind(entry.type())));
        values.put(Facet.LANGUAGES, shown(List.of(entry.language())));
        values.put(Facet.TAGS, shown(entry.tags()));
        values.put(Facet.PROVIDERS, shown(List.of(entry.provider())));
        values.put(
                Facet.ARCHITECTURES,
                entry.architectures().isEmpty() ? Set.of(NOT_STATED) : shown(entry.architectures()));
        values.put(
                Facet.SCHEMA_VERSIONS,
                shown(entry.versions().stream().map(IndexVersion::schemaVersion).toList()));
        values.put(Facet.REGISTRIES, Set.of(catalogEntry.source()));
        values.put(Facet.DEPRECATED, Set.of(DefaultVersion.isDeprecated(entry) ? "Yes" : "No"));
        return new CatalogueEntry(
                entry.name(),
                values,
                entry.lastModified() != null ? entry.lastModified().toInstant() : Instant.MIN,
                card,
                card.name().toLowerCase(Locale.ROOT));
    }

    boolean isStack() {
        return card.kind().equals(Card.kind(EntryType.STACK));
    }

    boolean deprecated() {
        return card.deprecated();
    }

    /** Whether the entry has one of these values. */
    boolean has(Facet facet, Set<String> wanted) {
        Set<String> own = values.getOrDefault(facet, Set.of());
        return wanted.stream().anyMatch(own::contains);
    }

    private static Set<String> shown(Collection<String> values) {
        return values.stream()
                .map(DisplayText::line)
                .filter(value ->
                        !value.isEmpty() && value.codePointCount(0, value.length()) <= QueryParser.LONGEST_VALUE)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
