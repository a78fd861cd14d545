package io.devfile.registry.viewer.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Links to the other pages.
 *
 * @param previous empty on the first page
 * @param next empty on the last page
 * @param links empty if there is only one page
 */
public record Pager(String previous, String next, List<Link> links) {

    static final int PAGE_SIZE = 24;

    /**
     * A page, or a gap between pages.
     *
     * @param address empty for a gap
     */
    public record Link(String text, String address, boolean current) {}

    /** The number of pages for a number of entries; at least one. */
    static int pages(int entries) {
        return Math.max(1, (entries + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    static Pager of(CatalogueQuery query, int pages) {
        int page = query.page();
        return new Pager(
                page > 1 ? query.onPage(page - 1).address() : "",
                page < pages ? query.onPage(page + 1).address() : "",
                pages > 1 ? links(query, pages) : List.of());
    }

    private static List<Link> links(CatalogueQuery query, int pages) {
        SortedSet<Integer> numbers = new TreeSet<>(List.of(1, pages));
        for (int near = query.page() - 1; near <= query.page() + 1; near++) {
            numbers.add(Math.min(Math.max(near, 1), pages));
        }
        List<Link> links = new ArrayList<>();
        int before = 0;
        for (int number : numbers) {
            if (number > before + 2) {
                links.add(new Link("…", "", false));
            } else if (number == before + 2) {
                links.add(link(query, before + 1));
            }
            links.add(link(query, number));
            before = number;
        }
        return List.copyOf(links);
    }

    private static Link link(CatalogueQuery query, int number) {
        return new Link(Integer.toString(number), query.onPage(number).address(), number == query.page());
    }
}
