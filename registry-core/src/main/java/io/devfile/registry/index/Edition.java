package io.devfile.registry.index;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.query.Candidate;
import io.devfile.registry.index.query.IndexQuery;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index in one format. Immutable. */
record Edition(List<IndexEntry> entries, List<Candidate> candidates) {

    /** @param deprecated for each entry, whether it is deprecated */
    static Edition of(List<IndexEntry> entries, List<Boolean> deprecated) {
        return new Edition(entries, Candidate.of(entries, deprecated));
    }

    /** The positions of the entries that match, each with the positions of its versions that match. */
    SortedMap<Integer, BitSet> select(IndexQuery query) {
        SortedMap<Integer, BitSet> selection = new TreeMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            Optional<BitSet> kept = query.select(candidates.get(i));
            if (kept.isPresent()) {
                selection.put(i, kept.get());
            }
        }
        return selection;
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
