package io.devfile.registry.catalog.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one entry of a mapping.
 *
 * @param path the keys and indexes that lead to the entry
 * @param key the new key
 * @param value the new value; null to remove the entry
 */
record ValueChange(List<String> path, String key, @Nullable String value) {

    static ValueChange set(String pointer, String value) {
        List<String> path = JsonPointer.tokens(pointer);
        return new ValueChange(path, path.get(path.size() - 1), value);
    }

    static ValueChange set(String pointer, String key, String value) {
        return new ValueChange(JsonPointer.tokens(pointer), key, value);
    }

    static ValueChange remove(String pointer) {
        return new ValueChange(JsonPointer.tokens(pointer), "", null);
    }

    /** A copy of a value with the change applied. */
    Object in(Object root) {
        return in(root, path);
    }

    private Object in(@Nullable Object value, List<String> rest) {
        String first = rest.get(0);
        List<String> below = rest.subList(1, rest.size());
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(first);
            copy.set(index, in(copy.get(index), below));
            return copy;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalStateException("There is no entry at " + path);
        }
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, old) -> {
            if (!name.equals(first)) {
                copy.put(name, old);
            } else if (!below.isEmpty()) {
                copy.put(name, in(old, below));
            } else if (this.value != null) {
                copy.put(key, this.value);
            }
        });
        return copy;
    }
}
