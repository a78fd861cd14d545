package io.devfile.registry.index;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.search.EntrySearch;
import io.devfile.registry.index.search.Ranking;
import io.devfile.registry.index.search.SearchTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All entries of the registry in order, prepared for searches. Immutable and thread-safe. */
public final class Index {

    private final Edition v1;
    private final Edition v2;
    private final Map<String, IndexEntry> byName;
    private final EntrySearch search;

    /**
     * Prepares the data for searches. This is expensive; the searches are cheap.
     *
     * @param entries the entries as in the v2 index
     * @param texts for each entry, what it is found by in addition
     */
    public Index(List<IndexEntry> entries, List<SearchTexts> texts) {
        List<IndexEntry> unfolded = List.copyOf(entries);
        List<Boolean> deprecated =
                unfolded.stream().map(DefaultVersion::isDeprecated).toList();
        this.v2 = Edition.of(unfolded, deprecated, null);
        this.v1 = folded(unfolded);
        this.search = new EntrySearch(unfolded, texts, deprecated);
        this.byName = unfolded.stream()
                .collect(Collectors.toUnmodifiableMap(IndexEntry::name, Function.identity(), (first, next) -> first));
    }

    /** An index of entries without known devfiles. */
    public Index(List<IndexEntry> entries) {
        this(entries, Collections.nCopies(entries.size(), SearchTexts.NONE));
    }

    /** The positions, in {@link #entries}, of the entries that a search text finds. */
    public Ranking rank(String text) {
        return search.rank(text);
    }

    /** Like {@link #rank(String)}, without a correction of words that are nowhere. */
    public Ranking rankAsTyped(String text) {
        return search.rank(text, false);
    }

    /** Where an entry has the words of a text; see {@link EntrySearch#whereFound}. */
    public String whereFound(String text, int position) {
        return search.whereFound(text, position);
    }

    private static Edition folded(List<IndexEntry> entries) {
        List<IndexEntry> folded = new ArrayList<>();
        List<Boolean> deprecated = new ArrayList<>();
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            IndexEntry entry = entries.get(i);
            Optional<IndexEntry> one = DefaultVersion.foldInto(entry);
            if (one.isPresent()) {
                positions.put(i, folded.size());
                folded.add(one.get());
                deprecated.add(DefaultVersion.isDeprecated(entry));
            }
        }
        return Edition.of(List.copyOf(folded), deprecated, positions);
    }

    /** All entries as in the v2 index. */
    public List<IndexEntry> entries() {
        return v2.entries();
    }

    /** All entries as in the v1 index: see the format's {@linkplain IndexFormat#V1 description}. */
    public List<IndexEntry> foldedEntries() {
        return v1.entries();
    }

    /** The entry with this name; if a stack and a sample have the same name, the first of them. */
    public Optional<IndexEntry> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The entries that match, in order and with the versions that match, in the format of the query. */
    public List<IndexEntry> search(IndexQuery query) {
        Edition edition = edition(query.format());
        return edition.select(query, this).entrySet().stream()
                .map(selected -> edition.entry(selected.getKey(), selected.getValue()))
                .toList();
    }

    Edition edition(IndexFormat format) {
        return format == IndexFormat.V1 ? v1 : v2;
    }
}
