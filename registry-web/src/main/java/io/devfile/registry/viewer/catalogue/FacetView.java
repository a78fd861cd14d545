package io.devfile.registry.viewer.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A facet as the page shows it.
 *
 * @param id for the page's elements
 * @param shown the options to be seen at once
 * @param more those to be unfolded
 * @param left how many are not on the page at all, since they are too many
 */
public record FacetView(String id, String parameter, String label, List<Option> shown, List<Option> more, int left) {

    private static final int SHOWN = 6;
    private static final int MOST = 100;

    /**
     * A value to choose.
     *
     * @param count how many entries choosing it gives, together with all else that is chosen
     */
    public record Option(String id, String value, int count, boolean selected) {}

    static FacetView of(Facet facet, FacetValues values, CatalogueQuery query, Found found) {
        Set<String> selected = query.values(facet);
        Set<String> candidates = new LinkedHashSet<>(selected);
        values.of(facet).stream().filter(value -> found.count(facet, value) > 0).forEach(candidates::add);
        List<String> ordered = new ArrayList<>(values.of(facet));
        ordered.retainAll(candidates);
        selected.stream().filter(value -> !ordered.contains(value)).forEach(ordered::add);
        List<Option> shown = new ArrayList<>();
        List<Option> more = new ArrayList<>();
        for (String value : ordered) {
            Option option = new Option(
                    facet.parameter() + "-" + (shown.size() + more.size()),
                    value,
                    found.count(facet, value),
                    selected.contains(value));
            // one alone is not worth unfolding
            boolean fits = shown.size() < SHOWN || ordered.size() == SHOWN + 1 || option.selected();
            if (fits) {
                shown.add(option);
            } else if (more.size() < MOST) {
                more.add(option);
            }
        }
        return new FacetView(
                facet.parameter(),
                facet.parameter(),
                facet.label(),
                shown,
                more,
                ordered.size() - shown.size() - more.size());
    }

    /** What the page says to unfold the others. */
    public String moreText() {
        return more.size() + " more";
    }

    /** Whether there is anything to choose. */
    public boolean isEmpty() {
        return shown.isEmpty();
    }
}
