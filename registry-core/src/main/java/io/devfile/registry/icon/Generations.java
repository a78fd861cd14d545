package io.devfile.registry.icon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Caches the values of this round and the previous one. For one thread at a time. */
final class Generations<K extends Object, V extends Object> {

    private Map<K, V> former = new HashMap<>();
    private Map<K, V> current = new HashMap<>();

    V get(K key, Function<K, V> recipe) {
        return current.computeIfAbsent(
                key, missing -> Optional.ofNullable(former.get(missing)).orElseGet(() -> recipe.apply(missing)));
    }

    /** Starts the next round. */
    void next() {
        former = current;
        current = new HashMap<>();
    }
}
