package io.devfile.registry.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;

/**
 * Answers queries with bytes. Frequent queries are cheap: unfiltered answers are created once and kept, other answers
 * are cached up to a maximum size. Thread-safe.
 */
public final class IndexAnswers {

    private static final long ROOM = 16L << 20;

    private final PreparedEdition v1;
    private final PreparedEdition v2;
    private final Cache<IndexQuery, Answer> filtered = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((IndexQuery query, Answer answer) -> query.weight() + answer.weight())
            // its maintenance is short, and this code must not start threads in the server
            .executor(Runnable::run)
            .build();

    /** Prepares the JSON of every entry and version. This is the expensive part. */
    public IndexAnswers(Index index, IconData icons) {
        this.v1 = new PreparedEdition(index, IndexFormat.V1, icons);
        this.v2 = new PreparedEdition(index, IndexFormat.V2, icons);
    }

    /** The entries that match, in the order of the index; an empty array if no entry matches. */
    public Answer answer(IndexQuery query) {
        PreparedEdition edition = query.format() == IndexFormat.V1 ? v1 : v2;
        if (query.isUnfiltered() && !query.inlineIcons()) {
            return edition.unfiltered(query.type());
        }
        if (query.inlineIcons()) {
            // fetching icons can take time; other queries must not wait for it inside the cache
            edition.prepareIcons();
        }
        return filtered.get(query, edition::compose);
    }
}
