package io.devfile.registry.index.query;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Values between two inclusive bounds; an absent bound means no limit. */
record Range<T extends Comparable<? super T>>(Optional<T> min, Optional<T> max) {

    /** The range within all minima and maxima. */
    static <T extends Comparable<? super T>> Range<T> of(List<T> minima, List<T> maxima) {
        return new Range<>(
                minima.isEmpty() ? Optional.empty() : Optional.of(Collections.max(minima)),
                maxima.isEmpty() ? Optional.empty() : Optional.of(Collections.min(maxima)));
    }

    boolean isUnlimited() {
        return min.isEmpty() && max.isEmpty();
    }

    /** An absent value is only in the unlimited range. */
    boolean contains(Optional<T> value) {
        return isUnlimited()
                || value.isPresent()
                        && (min.isEmpty() || min.get().compareTo(value.get()) <= 0)
                        && (max.isEmpty() || max.get().compareTo(value.get()) >= 0);
    }
}
