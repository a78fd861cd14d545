package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.yaml.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a devfile and what stands there, if anything does. Whoever asks for what is not there, or for another
 * type, gets nothing, so that rules need not ask twice.
 */
record Part(String pointer, @Nullable Object value, Variables variables) {

    Part at(String key) {
        Object child = value instanceof Map<?, ?> map ? map.get(key) : null;
        return new Part(JsonPointer.child(pointer, key), child, variables);
    }

    boolean exists() {
        return value != null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** As it is written: names, and what refers to them, cannot have variables. */
    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** With variables replaced; nothing, if it depends on what is not known. */
    Optional<String> expanded() {
        return text().flatMap(variables::replaceIn);
    }

    List<Part> items() {
        List<Part> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                items.add(new Part(JsonPointer.child(pointer, items.size()), item, variables));
            }
        }
        return items;
    }

    Map<String, Part> entries() {
        Map<String, Part> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            for (Object key : map.keySet()) {
                entries.put((String) key, at((String) key));
            }
        }
        return entries;
    }
}
