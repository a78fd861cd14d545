package io.devfile.registry.index.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies; the keys of maps are in name order. */
final class ImmutableCopies {

    private ImmutableCopies() {}

    /** @throws NullPointerException if a key or a value is null */
    static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        TreeMap<String, V> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(Objects.requireNonNull(key), Objects.requireNonNull(value)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** Makes a deep copy of free-form values. */
    static SortedMap<String, @Nullable Object> freeForm(Map<?, ?> map) {
        TreeMap<String, @Nullable Object> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), freeFormValue(value)));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static @Nullable Object freeFormValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return freeForm(map);
        }
        if (value instanceof Iterable<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>();
            elements.forEach(element -> copy.add(freeFormValue(element)));
            return Collections.unmodifiableList(copy);
        }
        boolean json = value == null || value instanceof Boolean || value instanceof Number && isFinite((Number) value);
        // YAML has dates, infinities and other values that JSON does not have
        return json ? value : value.toString();
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue()) || !(number instanceof Double || number instanceof Float);
    }
}
