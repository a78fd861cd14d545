package io.devfile.registry.index.search;

import java.util.List;

/**
 * The entries that a search found.
 *
 * @param positions in the list of all entries, the best first
 * @param understood the words that were searched instead, if nothing has the words as they were typed; otherwise empty
 */
public record Ranking(List<Integer> positions, String understood) {

    public Ranking {
        positions = List.copyOf(positions);
    }
}
