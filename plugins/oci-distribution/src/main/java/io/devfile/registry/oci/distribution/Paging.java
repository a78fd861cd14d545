package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.spi.oci.OciBackendException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads lists that consist of pages, up to a limit. */
record Paging(Caller caller) {

    private static final int MOST_PAGES = 1_000;
    private static final int MOST_ITEMS = 100_000;

    /**
     * All items, in the registry's order.
     *
     * @param first the address of the first page
     * @param page reads the page at an address; empty if there is no such list
     * @return empty if there is no such list
     */
    <T> Optional<List<T>> all(Destination first, Function<Destination, Operation<Optional<Page<T>>>> page)
            throws OciBackendException {
        List<T> items = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<Destination> next = Optional.of(first);
        while (next.isPresent()) {
            Operation<Optional<Page<T>>> operation = page.apply(next.get());
            if (!seen.add(next.get().address())) {
                throw endless(operation, "the pages of the registry form a loop");
            }
            Optional<Page<T>> found = caller.call(operation);
            if (found.isEmpty() && seen.size() == 1) {
                return Optional.empty();
            }
            items.addAll(found.map(Page::items).orElse(List.of()));
            if (seen.size() >= MOST_PAGES || items.size() > MOST_ITEMS) {
                throw endless(
                        operation,
                        "the list of the registry did not end after " + seen.size() + " pages and " + items.size()
                                + " entries");
            }
            next = found.flatMap(Page::next);
        }
        return Optional.of(items);
    }

    private static OciBackendException endless(Operation<?> operation, String reason) {
        return new OciBackendException(
                operation.action(),
                reason,
                "Check that url is the address of a registry and that the registry works correctly.");
    }
}
