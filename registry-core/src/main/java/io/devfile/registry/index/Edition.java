package io.devfile.registry.index;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.query.Candidate;
import io.devfile.registry.index.query.IndexQuery;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The index in one format. Immutable.
 *
 * @param positions the position here of each entry, by its position among all entries; null if it is the same
 */
record Edition(
        List<IndexEntry> entries,
        List<Candidate> candidates,
        @Nullable Map<Integer, Integer> positions) {

    /** @param deprecated for each entry, whether it is deprecated */
    static Edition of(List<IndexEntry> entries, List<Boolean> deprecated, @Nullable Map<Integer, Integer> positions) {
        return new Edition(entries, Candidate.of(entries, deprecated), positions);
    }

    /**
     * The positions of the entries that match, each with the positions of its versions that match: in the order of the
     * index, or by relevance if there is a search text.
     */
    Map<Integer, BitSet> select(IndexQuery query, Index index) {
        Map<Integer, BitSet> selection = new LinkedHashMap<>();
        ranked(query, index).forEach(i -> query.select(candidates.get(i)).ifPresent(kept -> selection.put(i, kept)));
        return selection;
    }

    private Stream<Integer> ranked(IndexQuery query, Index index) {
        if (query.search().isEmpty()) {
            return IntStream.range(0, candidates.size()).boxed();
        }
        Map<Integer, Integer> here = positions;
        Stream<Integer> found = index.rank(query.search()).positions().stream();
        return here == null ? found : found.map(here::get).filter(Objects::nonNull);
    }

    /** The entry at a position with only the given versions. */
    IndexEntry entry(int position, BitSet kept) {
        IndexEntry entry = entries.get(position);
        return kept.cardinality() == entry.versions().size()
                ? entry
                : entry.toBuilder()
                        .versions(kept.stream().mapToObj(entry.versions()::get).toList())
                        .build();
    }
}
