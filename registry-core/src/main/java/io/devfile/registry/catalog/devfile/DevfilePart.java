package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.yaml.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a devfile and its value, if it has one. An access to a missing value, or to a value of another type,
 * returns nothing, so that rules do not have to check for this.
 */
record DevfilePart(String pointer, @Nullable Object value, Variables variables) {

    DevfilePart at(String key) {
        Object child = value instanceof Map<?, ?> map ? map.get(key) : null;
        return new DevfilePart(JsonPointer.child(pointer, key), child, variables);
    }

    boolean exists() {
        return value != null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The text as it is written: names and references to names cannot have variables. */
    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text with variables replaced; empty if it depends on an unknown variable. */
    Optional<String> expanded() {
        return text().flatMap(variables::replaceIn);
    }

    List<DevfilePart> items() {
        List<DevfilePart> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                items.add(new DevfilePart(JsonPointer.child(pointer, items.size()), item, variables));
            }
        }
        return items;
    }

    Map<String, DevfilePart> entries() {
        Map<String, DevfilePart> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            for (Object key : map.keySet()) {
                entries.put((String) key, at((String) key));
            }
        }
        return entries;
    }
}
