package io.devfile.registry.viewer.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A facet as the page shows it.
 *
 * @param id for the elements of the page
 * @param shown the options that are visible at once
 * @param more the options that are visible when the list is expanded
 * @param left how many options are not on the page because there are too many
 */
public record FacetView(String id, String parameter, String label, List<Option> shown, List<Option> more, int left) {

    private static final int SHOWN = 6;
    private static final int MOST = 100;

    /**
     * A value that can be selected.
     *
     * @param count how many entries are found if this value is selected in addition to the rest of the query
     */
    public record Option(String id, String value, int count, boolean selected) {

        /** Whether there is a reason to select or unselect it. */
        public boolean enabled() {
            return count > 0 || selected;
        }
    }

    static FacetView of(Facet facet, FacetValues values, CatalogueQuery query, Found found) {
        Set<String> selected = query.values(facet);
        Set<String> candidates = new LinkedHashSet<>(selected);
        values.of(facet).stream()
                .filter(value ->
                        found.count(facet, value) > 0 || found.entries().isEmpty())
                .forEach(candidates::add);
        List<String> ordered = new ArrayList<>(values.of(facet));
        ordered.retainAll(candidates);
        selected.stream().filter(value -> !ordered.contains(value)).forEach(ordered::add);
        boolean isSame = ordered.size() == 1
                && found.count(facet, ordered.get(0)) == found.entries().size();
        if (isSame && selected.isEmpty()) {
            // all results have the same value
            ordered.clear();
        }
        List<Option> shown = new ArrayList<>();
        List<Option> more = new ArrayList<>();
        for (String value : ordered) {
            Option option = new Option(
                    facet.parameter() + "-" + (shown.size() + more.size()),
                    value,
                    found.count(facet, value),
                    selected.contains(value));
            // a single option is not hidden
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

    /** The text of the control that expands the list. */
    public String moreText() {
        return more.size() + " more";
    }

    /** Whether there is nothing to select. */
    public boolean isEmpty() {
        return shown.isEmpty();
    }
}
