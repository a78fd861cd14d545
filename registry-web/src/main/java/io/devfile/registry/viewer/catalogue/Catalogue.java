package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.search.Ranking;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.EntryIcons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All entries, prepared for search. Created once per state; immutable and thread-safe. */
public final class Catalogue {

    private static final Comparator<CatalogueEntry> BY_NAME =
            Comparator.comparing(CatalogueEntry::title).thenComparing(CatalogueEntry::name);

    private final List<CatalogueEntry> entries;
    private final FacetValues values;
    private final QueryParser parser;

    private final Index index;
    private final String entriesAddress;

    /** @param rank the position among the results of the search; smaller is better */
    private record Match(CatalogueEntry entry, int rank) {}

    private Catalogue(List<CatalogueEntry> entries, Index index, Addresses addresses) {
        this.entries = entries;
        this.entriesAddress = addresses.entries();
        this.index = index;
        this.values = FacetValues.of(find(CatalogueQuery.ALL));
        this.parser = new QueryParser(addresses.registry(), values.all());
    }

    /**
     * @param entries in the order of the index
     * @param addresses only its paths are used
     */
    public static Catalogue of(List<CatalogEntry> entries, Index index, Addresses addresses, EntryIcons icons) {
        return new Catalogue(
                entries.stream()
                        .map(entry -> CatalogueEntry.of(entry, Card.of(entry, addresses, icons)))
                        .toList(),
                index,
                addresses);
    }

    /** The URL below which the pages of all entries are. */
    String entriesAddress() {
        return entriesAddress;
    }

    /** The number of entries. */
    public int size() {
        return entries.size();
    }

    /** Parses a query from URL parameters. No query is rejected. */
    public CatalogueQuery query(Map<String, String[]> parameters) {
        return parser.parse(parameters);
    }

    /** The number of entries that a query finds. */
    public int count(CatalogueQuery query) {
        return find(query).entries().size();
    }

    FacetValues values() {
        return values;
    }

    Found find(CatalogueQuery query) {
        Ranking ranking = query.asTyped() ? index.rankAsTyped(query.search()) : index.rank(query.search());
        List<Match> matches = new ArrayList<>();
        Map<Facet, Map<String, Integer>> counts = Found.noCounts();
        for (int position : ranking.positions()) {
            CatalogueEntry entry = entries.get(position);
            Set<Facet> missed = missed(entry, query);
            if (missed.isEmpty()) {
                matches.add(new Match(entry, matches.size()));
            }
            // the counts of a facet ignore the selected values of this facet, but not those of other facets
            Set<Facet> counted = missed.isEmpty() ? EnumSet.allOf(Facet.class) : missed;
            if (missed.size() < 2) {
                counted.forEach(facet -> entry.values()
                        .getOrDefault(facet, Set.of())
                        .forEach(value -> counts.computeIfAbsent(facet, any -> new HashMap<>())
                                .merge(value, 1, Integer::sum)));
            }
        }
        matches.sort(order(query));
        return new Found(matches.stream().map(Match::entry).toList(), counts, ranking.understood());
    }

    private static Set<Facet> missed(CatalogueEntry entry, CatalogueQuery query) {
        Set<Facet> missed = EnumSet.noneOf(Facet.class);
        query.selected().forEach((facet, wanted) -> {
            if (!entry.has(facet, wanted)) {
                missed.add(facet);
            }
        });
        return missed;
    }

    private static Comparator<Match> order(CatalogueQuery query) {
        Comparator<Match> deprecatedLast =
                Comparator.comparing(match -> match.entry().deprecated());
        Comparator<Match> byName = Comparator.comparing(Match::entry, BY_NAME);
        Comparator<Match> newestFirst = Comparator.comparing(
                        (Match match) -> match.entry().updated(), Comparator.<Instant>naturalOrder())
                .reversed();
        Comparator<Match> first = switch (query.order()) {
            case NAME -> byName;
            case UPDATED -> newestFirst;
            case RELEVANCE ->
                query.search().isEmpty()
                        ? Comparator.comparing((Match match) -> !match.entry().isStack())
                                .thenComparing(newestFirst)
                        : Comparator.comparingInt(Match::rank);
        };
        return deprecatedLast.thenComparing(first).thenComparing(byName);
    }
}
