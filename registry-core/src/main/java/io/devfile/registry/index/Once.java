package io.devfile.registry.index;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is created at the first request. After a failure, the next request tries again. Thread-safe. */
final class Once<T extends Object> {

    private final Supplier<T> recipe;
    private volatile @Nullable T value;

    Once(Supplier<T> recipe) {
        this.recipe = recipe;
    }

    T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private synchronized T make() {
        T made = value;
        if (made == null) {
            made = recipe.get();
            value = made;
        }
        return made;
    }
}
