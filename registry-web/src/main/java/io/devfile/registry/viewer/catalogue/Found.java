package io.devfile.registry.viewer.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a query.
 *
 * @param entries all entries that match, in the requested order
 * @param counts for each facet and value, how many entries have the value and match the rest of the query; values of no
 *     entry are left out
 * @param understood the words that were searched in place of misspelt ones; otherwise empty
 */
record Found(List<CatalogueEntry> entries, Map<Facet, Map<String, Integer>> counts, String understood) {

    int count(Facet facet, String value) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0);
    }

    static Map<Facet, Map<String, Integer>> noCounts() {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
        return counts;
    }
}
