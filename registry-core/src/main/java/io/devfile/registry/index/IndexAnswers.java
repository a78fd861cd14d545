package io.devfile.registry.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;

/**
 * Answers queries with bytes. What is asked often costs nothing: unfiltered answers are made once and kept, others
 * are kept as long as there is room. Thread-safe.
 */
public final class IndexAnswers {

    private static final long ROOM = 16L << 20;

    private final PreparedEdition v1;
    private final PreparedEdition v2;
    private final Cache<IndexQuery, Answer> filtered = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((IndexQuery query, Answer answer) -> query.weight() + answer.weight())
            // its upkeep is short, and the server's threads are not for us to start
            .executor(Runnable::run)
            .build();

    /** Prepares the JSON of every entry and version, which is the costly part. */
    public IndexAnswers(Index index, IconData icons) {
        this.v1 = new PreparedEdition(index, IndexFormat.V1, icons);
        this.v2 = new PreparedEdition(index, IndexFormat.V2, icons);
    }

    /** The entries that match, in the order of the index; an empty array where none does. */
    public Answer answer(IndexQuery query) {
        PreparedEdition edition = query.format() == IndexFormat.V1 ? v1 : v2;
        if (query.isUnfiltered() && !query.inlineIcons()) {
            return edition.unfiltered(query.type());
        }
        if (query.inlineIcons()) {
            // to get them may take time, and other queries must not wait for it inside the cache
            edition.prepareIcons();
        }
        return filtered.get(query, edition::compose);
    }
}
