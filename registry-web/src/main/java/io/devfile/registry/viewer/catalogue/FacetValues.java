package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.index.model.VersionNumber;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The values of each facet that entries have, in an order that does not depend on the query. */
record FacetValues(Map<Facet, List<String>> all) {

    static FacetValues of(Found everything) {
        Map<Facet, List<String>> all = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Integer> counts = everything.counts().getOrDefault(facet, Map.of());
            all.put(facet, counts.keySet().stream().sorted(order(facet, counts)).toList());
        }
        return new FacetValues(all);
    }

    List<String> of(Facet facet) {
        return all.getOrDefault(facet, List.of());
    }

    private static Comparator<String> order(Facet facet, Map<String, Integer> counts) {
        Comparator<String> byText = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
        return switch (facet) {
            case SCHEMA_VERSIONS -> VersionNumber.ORDER.reversed().thenComparing(byText);
            case ARCHITECTURES ->
                Comparator.<String, Boolean>comparing(CatalogueEntry.NOT_STATED::equals)
                        .thenComparing(byText);
            default ->
                Comparator.comparing((String value) -> counts.getOrDefault(value, 0))
                        .reversed()
                        .thenComparing(byText);
        };
    }
}
