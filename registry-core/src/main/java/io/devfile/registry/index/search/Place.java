package io.devfile.registry.index.search;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where a word may be, and how much it counts there; in the order in which it counts. */
enum Place {
    NAME("name", 10),
    DISPLAY_NAME("displayName", 9),
    TAGS("tags", 6),
    LANGUAGE("language", 5),
    PROJECT_TYPE("projectType", 5),
    KEYWORDS("devfile", 4),
    PROVIDER("provider", 3),
    DESCRIPTION("description", 2),
    README("readme", 1);

    /** The name that clients see. */
    final String text;

    final float weight;

    Place(String text, float weight) {
        this.text = text;
        this.weight = weight;
    }

    /** The texts of an entry at this place. */
    Collection<String> texts(IndexEntry entry, SearchTexts more) {
        return switch (this) {
            case NAME -> List.of(entry.name());
            case DISPLAY_NAME -> List.of(entry.displayName());
            case TAGS -> items(entry).flatMap(item -> item.tags().stream()).toList();
            case LANGUAGE -> List.of(entry.language());
            case PROJECT_TYPE -> List.of(entry.projectType());
            case KEYWORDS ->
                Stream.concat(
                                more.keywords().stream(),
                                items(entry)
                                        .flatMap(item -> Stream.concat(
                                                item.architectures().stream(), item.starterProjects().stream())))
                        .toList();
            case PROVIDER -> List.of(entry.provider());
            case DESCRIPTION -> items(entry).map(IndexItem::description).toList();
            case README -> more.readmes();
        };
    }

    private static Stream<IndexItem> items(IndexEntry entry) {
        return Stream.concat(Stream.of(entry), entry.versions().stream());
    }
}
