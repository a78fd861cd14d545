package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the catalogue, as its template shows it.
 *
 * @param countText the number of entries, in words
 * @param total the number of entries that match
 * @param title what the results are for
 * @param asTyped the URL of the same search without a correction
 * @param entries the URL below which the pages of all entries are
 * @param understood the words that were searched in place of misspelt ones; otherwise empty
 * @param chips the active filters
 * @param suggestions what to do if nothing was found
 * @param blank whether the registry has no entries at all
 */
public record CataloguePage(
        Head head,
        String search,
        int total,
        String title,
        String understood,
        String asTyped,
        String entries,
        List<SortOption> sorts,
        String countText,
        List<FacetView> facets,
        List<Chip> chips,
        List<Card> cards,
        Pager pager,
        List<Suggestion> suggestions,
        boolean blank) {

    private static final int MAX_SUGGESTIONS = 10;
    private static final int MAX_IN_TITLE = 4;

    /** An order that users can select. The default order has an empty value, which is not in URLs. */
    public record SortOption(String value, String label, boolean selected) {}

    /** The query, limited to its last page if it asks for a later page. */
    public static CatalogueQuery within(Catalogue catalogue, CatalogueQuery query) {
        return query.page() == 1 ? query : query.onPage(Math.min(query.page(), Pager.pages(catalogue.count(query))));
    }

    /** @param query for a page that exists */
    public static CataloguePage of(Catalogue catalogue, CatalogueQuery query) {
        Found found = catalogue.find(query);
        int total = found.entries().size();
        int pages = Pager.pages(total);
        List<Chip> chips = chips(query);
        return new CataloguePage(
                head(query, total, pages),
                query.search(),
                total,
                title(query).isEmpty() ? "Results" : "Results for " + title(query),
                found.understood(),
                query.asItIsTyped().address(),
                catalogue.entriesAddress(),
                sorts(query),
                countText(query, total, catalogue.size(), pages),
                Arrays.stream(Facet.values())
                        .map(facet -> FacetView.of(facet, catalogue.values(), query, found))
                        .filter(facet -> !facet.isEmpty())
                        .toList(),
                chips,
                found.entries().stream()
                        .skip((query.page() - 1L) * Pager.PAGE_SIZE)
                        .limit(Pager.PAGE_SIZE)
                        .map(CatalogueEntry::card)
                        .toList(),
                Pager.of(query, pages),
                total > 0 ? List.of() : suggestions(catalogue, query),
                catalogue.size() == 0);
    }

    /** Whether there are entries, but none that matches. */
    public boolean nothingFound() {
        return cards.isEmpty() && !blank;
    }

    /** The text of the control that leaves the filters, on narrow screens. */
    public String showText() {
        return total == 1 ? "Show 1 result" : "Show " + total + " results";
    }

    /** The URL of the catalogue without filters. */
    public String all() {
        return Addresses.CATALOGUE;
    }

    private static Head head(CatalogueQuery query, int total, int pages) {
        String title = title(query);
        if (pages > 1 && query.page() > 1) {
            title = (title.isEmpty() ? "" : title + ", ") + "page " + query.page() + " of " + pages;
        }
        return new Head(
                title,
                "Devfiles to start with: stacks and samples for cloud development workspaces,"
                        + " with their images, commands and starter projects.",
                query.address(),
                !query.isFiltered() && total > 0);
    }

    /** The search and the first selected values, in words. */
    private static String title(CatalogueQuery query) {
        Stream<String> search = query.search().isEmpty() ? Stream.of() : Stream.of("“" + query.search() + "”");
        Stream<String> values = query.selected().entrySet().stream()
                .flatMap(facet -> facet.getValue().stream().map(value -> named(facet.getKey(), value)));
        return Stream.concat(search, values).limit(MAX_IN_TITLE).collect(Collectors.joining(", "));
    }

    private static String named(Facet facet, String value) {
        boolean alone = facet == Facet.TYPES || facet == Facet.LANGUAGES || facet == Facet.TAGS;
        return alone ? value : facet.label() + " " + value;
    }

    private static List<SortOption> sorts(CatalogueQuery query) {
        return Arrays.stream(Sort.values())
                .map(sort ->
                        new SortOption(sort == Sort.RELEVANCE ? "" : sort.value(), sort.label(), sort == query.order()))
                .toList();
    }

    private static String countText(CatalogueQuery query, int total, int all, int pages) {
        String count = query.isFiltered()
                ? total + " of " + all + (total == 1 ? " matches" : " match")
                : total + (total == 1 ? " entry" : " entries");
        return pages > 1 ? count + ", page " + query.page() + " of " + pages : count;
    }

    private static List<Chip> chips(CatalogueQuery query) {
        List<Chip> chips = new ArrayList<>();
        if (!query.search().isEmpty()) {
            chips.add(new Chip("Search", query.search(), query.withoutSearch().address()));
        }
        query.selected()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        facet.label(), value, query.without(facet, value).address()))));
        return chips;
    }

    private static List<Suggestion> suggestions(Catalogue catalogue, CatalogueQuery query) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (!query.search().isEmpty()) {
            CatalogueQuery without = query.withoutSearch();
            suggestions.add(new Suggestion("Search", query.search(), without.address(), catalogue.count(without)));
        }
        for (var selected : query.selected().entrySet()) {
            for (String value : selected.getValue()) {
                // each suggestion searches all entries
                if (suggestions.size() < MAX_SUGGESTIONS) {
                    CatalogueQuery without = query.without(selected.getKey(), value);
                    suggestions.add(new Suggestion(
                            selected.getKey().label(), value, without.address(), catalogue.count(without)));
                }
            }
        }
        return suggestions.stream().filter(suggestion -> suggestion.count() > 0).toList();
    }
}
