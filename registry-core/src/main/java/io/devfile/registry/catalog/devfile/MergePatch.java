package io.devfile.registry.catalog.devfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patches (RFC 7396) on plain values. */
final class MergePatch {

    private MergePatch() {}

    static Map<String, @Nullable Object> apply(Map<?, ?> patch, Map<?, ?> target) {
        Map<String, @Nullable Object> patched = new LinkedHashMap<>();
        target.forEach((key, value) -> patched.put((String) key, value));
        patch.forEach((key, change) -> {
            String name = (String) key;
            if (change == null) {
                patched.remove(name);
            } else if (change instanceof Map<?, ?> nested) {
                Object before = patched.get(name);
                patched.put(name, apply(nested, before instanceof Map<?, ?> map ? map : Map.of()));
            } else {
                patched.put(name, change);
            }
        });
        return patched;
    }
}
