package io.devfile.registry.index.query;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import java.util.ArrayList;
import java.util.List;

/** An entry prepared for matching. Immutable. */
public final class Candidate {

    final EntryType type;
    final boolean deprecated;
    final SearchText text;
    final List<VersionFacts> versions;

    private Candidate(IndexEntry entry, boolean deprecated, NormalText normal) {
        this.type = entry.type();
        this.deprecated = deprecated;
        this.text = new SearchText(field -> field.ofEntry().apply(entry), normal);
        this.versions = entry.versions().stream()
                .map(version -> VersionFacts.of(version, normal))
                .toList();
    }

    /**
     * Creates candidates from entries, in their order.
     *
     * @param deprecated for each entry, whether it is deprecated; given separately, because this information is lost
     *     when versions are folded
     */
    public static List<Candidate> of(List<IndexEntry> entries, List<Boolean> deprecated) {
        NormalText normal = new NormalText();
        List<Candidate> candidates = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            candidates.add(new Candidate(entries.get(i), deprecated.get(i), normal));
        }
        return List.copyOf(candidates);
    }
}
