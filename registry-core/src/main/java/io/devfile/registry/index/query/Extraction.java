package io.devfile.registry.index.query;

import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.index.model.IndexVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where to find the texts that a filter searches.
 *
 * @param versions whether versions also have these texts
 */
record Extraction(
        Function<IndexEntry, Collection<String>> ofEntry,
        Function<IndexVersion, Collection<String>> ofVersion,
        boolean versions) {

    static Extraction entryText(Function<IndexEntry, String> field) {
        return entryList(entry -> List.of(field.apply(entry)));
    }

    static Extraction entryList(Function<IndexEntry, Collection<String>> field) {
        return new Extraction(field, version -> List.of(), false);
    }

    static Extraction text(Function<IndexItem, String> field) {
        return list(item -> List.of(field.apply(item)));
    }

    static Extraction list(Function<IndexItem, Collection<String>> field) {
        return new Extraction(field::apply, field::apply, true);
    }

    static Extraction gitText(Function<GitOrigin, String> field) {
        return gitList(git -> List.of(field.apply(git)));
    }

    static Extraction gitList(Function<GitOrigin, Collection<String>> field) {
        return list(item -> item.git() != null ? field.apply(item.git()) : List.of());
    }

    /** The names with the value true in a map. */
    static Extraction trueNames(Function<IndexItem, Map<String, Boolean>> field) {
        return list(item -> field.apply(item).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList());
    }
}
