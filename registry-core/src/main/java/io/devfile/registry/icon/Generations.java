package io.devfile.registry.icon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Remembers what was made in this round and in the one before. For one thread at a time. */
final class Generations<K extends Object, V extends Object> {

    private Map<K, V> former = new HashMap<>();
    private Map<K, V> current = new HashMap<>();

    V get(K key, Function<K, V> recipe) {
        return current.computeIfAbsent(
                key, missing -> Optional.ofNullable(former.get(missing)).orElseGet(() -> recipe.apply(missing)));
    }

    /** Begins another round. */
    void next() {
        former = current;
        current = new HashMap<>();
    }
}
