package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.PathSegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A query of the catalogue. Immutable; equal queries have equal pages.
 *
 * @param search the text that the user entered, in one line; empty for all entries
 * @param asTyped whether words that are nowhere are searched all the same, and not corrected
 * @param selected the selected values of each facet, of which an entry must have one; only facets with selected values
 * @param sort null for the default order
 * @param page counted from 1
 */
public record CatalogueQuery(
        String search,
        boolean asTyped,
        Map<Facet, SortedSet<String>> selected,
        @Nullable Sort sort,
        int page) {

    /** All entries. */
    public static final CatalogueQuery ALL = new CatalogueQuery("", false, Map.of(), null, 1);

    public CatalogueQuery {
        Map<Facet, SortedSet<String>> copy = new EnumMap<>(Facet.class);
        selected.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
            }
        });
        selected = Collections.unmodifiableMap(copy);
    }

    /** The selected values of a facet. */
    public SortedSet<String> values(Facet facet) {
        return selected.getOrDefault(facet, Collections.emptySortedSet());
    }

    /** Whether the query contains anything except order and page. */
    public boolean isFiltered() {
        return !search.isEmpty() || !selected.isEmpty();
    }

    /** The effective order. */
    public Sort order() {
        return sort != null ? sort : Sort.RELEVANCE;
    }

    /** This query on another page. */
    public CatalogueQuery onPage(int other) {
        return new CatalogueQuery(search, asTyped, selected, sort, other);
    }

    /** This query in another order, on its first page. */
    public CatalogueQuery inOrder(Sort other) {
        return new CatalogueQuery(search, asTyped, selected, other, 1);
    }

    /** This query with one more value, on its first page. */
    public CatalogueQuery with(Facet facet, String value) {
        return changed(facet, value, true);
    }

    /** This query without one value, on its first page. */
    public CatalogueQuery without(Facet facet, String value) {
        return changed(facet, value, false);
    }

    /** This query with its words as they are, on its first page. */
    public CatalogueQuery asItIsTyped() {
        return new CatalogueQuery(search, true, selected, sort, 1);
    }

    /** This query without its search text, on its first page. */
    public CatalogueQuery withoutSearch() {
        return new CatalogueQuery("", false, selected, sort, 1);
    }

    private CatalogueQuery changed(Facet facet, String value, boolean added) {
        Map<Facet, SortedSet<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(selected);
        SortedSet<String> values = new TreeSet<>(values(facet));
        if (added) {
            values.add(value);
        } else {
            values.remove(value);
        }
        changed.put(facet, values);
        return new CatalogueQuery(search, asTyped, changed, sort, 1);
    }

    /** The canonical URL of this query, with its parameters in a fixed order. */
    public String address() {
        List<String> parameters = new ArrayList<>();
        add(parameters, "search", search);
        add(parameters, QueryParser.AS_TYPED, asTyped && !search.isEmpty() ? "true" : "");
        selected.forEach((facet, values) -> values.forEach(value -> add(parameters, facet.parameter(), value)));
        if (order() != Sort.RELEVANCE) {
            add(parameters, "sort", order().value());
        }
        add(parameters, "page", page > 1 ? Integer.toString(page) : "");
        return Addresses.CATALOGUE + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + PathSegment.encode(value));
        }
    }
}
