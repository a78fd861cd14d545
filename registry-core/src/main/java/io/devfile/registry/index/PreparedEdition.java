package io.devfile.registry.index;

import io.devfile.registry.index.json.IndexJson;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.TypeFilter;
import java.util.EnumMap;
import java.util.Map;

/** The index in one format with its JSON at hand. Thread-safe. */
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
        // schemes are compared without regard to case
        boolean already = place.address().regionMatches(true, 0, DATA, 0, DATA.length());
        return already ? place.address() : icons.dataUri(place).orElse(place.address());
    }

    /** All of a type, with addresses of icons: made once. */
    Answer unfiltered(TypeFilter type) {
        return unfiltered.get(type).get();
    }

    /** Gets the icons as data, unless this has been done. */
    void prepareIcons() {
        withIcons.get();
    }

    /** An answer made anew. */
    Answer compose(IndexQuery query) {
        IndexJson json = query.inlineIcons() ? withIcons.get() : plain;
        return new Answer(json.write(edition.select(query)));
    }
}
