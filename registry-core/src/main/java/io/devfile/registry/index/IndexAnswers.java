package io.devfile.registry.index;

import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;

/** Answers queries with JSON, from entries and versions that were written once. Thread-safe. */
public final class IndexAnswers {

    private final PreparedEdition v1;
    private final PreparedEdition v2;

    /** Prepares the JSON of every entry and version. This is the expensive part. */
    public IndexAnswers(Index index, IconData icons) {
        this.v1 = new PreparedEdition(index, IndexFormat.V1, icons);
        this.v2 = new PreparedEdition(index, IndexFormat.V2, icons);
    }

    /**
     * A part of the entries that match.
     *
     * @param json a JSON array in UTF-8; an empty array if there are none
     * @param total the number of all entries that match
     */
    public record Answer(byte[] json, int total) {}

    /**
     * The entries that match, in the order of the index, or by relevance if there is a search text. Its cost grows with
     * the number of entries, and with the size of the result.
     */
    public Answer answer(IndexQuery query) {
        return (query.format() == IndexFormat.V1 ? v1 : v2).answer(query);
    }
}
