package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.Slug;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Parses a query from URL parameters. No query is rejected: text that is too long is cut, invalid values are ignored,
 * and a value that no entry has is kept and finds nothing.
 */
final class QueryParser {

    /** In code points. */
    static final int LONGEST_SEARCH = 200;

    static final String AS_TYPED = "asTyped";
    static final int LONGEST_VALUE = 100;
    /** Of all facets together: the page has a link for each value, which contains the others. */
    static final int MAX_VALUES = 20;

    private static final int LAST_PAGE = 1_000_000;

    private final String registry;
    private final Map<Facet, ? extends Collection<String>> known;

    /**
     * @param registry the slug of the registry's name, which stands for all of its sources
     * @param known the values that entries have
     */
    QueryParser(String registry, Map<Facet, ? extends Collection<String>> known) {
        this.registry = registry;
        this.known = known;
    }

    CatalogueQuery parse(Map<String, String[]> parameters) {
        Map<Facet, SortedSet<String>> selected = new EnumMap<>(Facet.class);
        int left = MAX_VALUES;
        for (Facet facet : Facet.values()) {
            SortedSet<String> values = new TreeSet<>();
            Arrays.stream(parameters.getOrDefault(facet.parameter(), new String[0]))
                    .limit(left)
                    .map(value -> cut(value, LONGEST_VALUE))
                    .filter(value -> !value.isEmpty())
                    .map(value -> existing(facet, value))
                    .forEach(values::add);
            selected.put(facet, values);
            left -= values.size();
        }
        if (values(selected, Facet.REGISTRIES).stream().anyMatch(this::isRegistry)) {
            selected.remove(Facet.REGISTRIES);
        }
        values(selected, Facet.DEPRECATED).retainAll(List.of("Yes", "No"));
        return new CatalogueQuery(
                cut(first(parameters, "search"), LONGEST_SEARCH),
                first(parameters, AS_TYPED).equals("true"),
                selected,
                Sort.of(first(parameters, "sort").strip()).orElse(null),
                page(first(parameters, "page").strip()));
    }

    private boolean isRegistry(String name) {
        return Slug.of(name).equals(registry);
    }

    private static SortedSet<String> values(Map<Facet, SortedSet<String>> selected, Facet facet) {
        return selected.getOrDefault(facet, new TreeSet<>());
    }

    /** The value as entries write it, if it differs only in case. */
    private String existing(Facet facet, String value) {
        Collection<String> values = known.containsKey(facet) ? known.get(facet) : List.of();
        Optional<String> alike = values.contains(value)
                ? Optional.of(value)
                : values.stream().filter(value::equalsIgnoreCase).findFirst();
        return alike.or(() -> facet == Facet.DEPRECATED ? yesOrNo(value) : Optional.empty())
                .orElse(value);
    }

    private static Optional<String> yesOrNo(String value) {
        return List.of("Yes", "No").stream().filter(value::equalsIgnoreCase).findFirst();
    }

    private static String cut(String text, int codePoints) {
        // text is cut before it is cleaned, because cleaning 10 kB would take time
        int[] kept = text.codePoints().limit(4L * codePoints).toArray();
        int[] clean = DisplayText.line(new String(kept, 0, kept.length))
                .codePoints()
                .limit(codePoints)
                .toArray();
        return new String(clean, 0, clean.length).strip();
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,7}") ? Math.max(1, Math.min(Integer.parseInt(text), LAST_PAGE)) : 1;
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.getOrDefault(name, new String[0]);
        return values.length == 0 ? "" : values[0];
    }
}
