package io.devfile.registry.index;

import io.devfile.registry.index.json.IndexJson;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.TypeFilter;
import java.util.EnumMap;
import java.util.Map;

/** The index in one format with its prepared JSON. Thread-safe. */
final class PreparedEdition {

    private static final String DATA = "data:";

    private final Edition edition;
    private final IndexJson plain;
    private final Once<IndexJson> withIcons;
    private final Map<TypeFilter, Once<Answer>> unfiltered = new EnumMap<>(TypeFilter.class);

    PreparedEdition(Index index, IndexFormat format, IconData icons) {
        this.edition = index.edition(format);
        this.plain = IndexJson.of(edition.entries());
        this.withIcons = new Once<>(() -> plain.withIcons(place -> inlined(place, icons)));
        for (TypeFilter type : TypeFilter.values()) {
            unfiltered.put(type, new Once<>(() -> compose(IndexQuery.all(format, type))));
        }
    }

    private static String inlined(IconPlace place, IconData icons) {
        // schemes are not case-sensitive
        boolean already = place.address().regionMatches(true, 0, DATA, 0, DATA.length());
        return already ? place.address() : icons.dataUri(place).orElse(place.address());
    }

    /** All entries of a type, with the addresses of icons; created once. */
    Answer unfiltered(TypeFilter type) {
        return unfiltered.get(type).get();
    }

    /** Fetches the icons as data, unless this has already been done. */
    void prepareIcons() {
        withIcons.get();
    }

    /** Creates a new answer. */
    Answer compose(IndexQuery query) {
        IndexJson json = query.inlineIcons() ? withIcons.get() : plain;
        return new Answer(json.write(edition.select(query)));
    }
}
