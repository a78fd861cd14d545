package io.devfile.registry.index;

import io.devfile.registry.index.json.IndexJson;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import java.util.BitSet;
import java.util.Map;

/** The index in one format with its prepared JSON. Thread-safe. */
final class PreparedEdition {

    private static final String DATA = "data:";

    private final Index index;
    private final Edition edition;
    private final IndexJson plain;
    private final Once<IndexJson> withIcons;

    PreparedEdition(Index index, IndexFormat format, IconData icons) {
        this.index = index;
        this.edition = index.edition(format);
        this.plain = IndexJson.of(edition.entries());
        this.withIcons = new Once<>(() -> plain.withIcons(place -> inlined(place, icons)));
    }

    private static String inlined(IconPlace place, IconData icons) {
        // schemes are not case-sensitive
        boolean already = place.address().regionMatches(true, 0, DATA, 0, DATA.length());
        return already ? place.address() : icons.dataUri(place).orElse(place.address());
    }

    IndexAnswers.Answer answer(IndexQuery query) {
        IndexJson json = query.inlineIcons() ? withIcons.get() : plain;
        Map<Integer, BitSet> all = edition.select(query, index);
        return new IndexAnswers.Answer(json.write(query.page().of(all)), all.size());
    }
}
