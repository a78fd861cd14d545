package io.devfile.registry.viewer.detail;

import io.devfile.registry.viewer.page.DisplayText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a devfile. A value that is missing, or of another type than requested, is empty. */
record Part(@Nullable Object value) {

    Part at(String key) {
        return new Part(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    boolean exists() {
        return value != null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** A scalar as text; empty for anything else. */
    String text() {
        boolean scalar = value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
        return scalar ? DisplayText.of(String.valueOf(value)) : "";
    }

    String text(String key) {
        return at(key).text();
    }

    List<Part> items() {
        List<Part> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(new Part(item)));
        }
        return items;
    }

    Map<String, Part> entries() {
        Map<String, Part> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(DisplayText.line(String.valueOf(key)), new Part(entry)));
        }
        return entries;
    }
}
