package io.devfile.registry.index.query;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values between two inclusive bounds; a bound that is null means no limit. */
record Range<T extends Comparable<? super T>>(
        @Nullable T min, @Nullable T max) {

    /** The range within all minima and maxima. */
    static <T extends Comparable<? super T>> Range<T> of(List<T> minima, List<T> maxima) {
        return new Range<>(
                minima.isEmpty() ? null : Collections.max(minima), maxima.isEmpty() ? null : Collections.min(maxima));
    }

    boolean isUnlimited() {
        return min == null && max == null;
    }

    /** An absent value is only in the unlimited range. */
    boolean contains(@Nullable T value) {
        return isUnlimited()
                || value != null
                        && (min == null || min.compareTo(value) <= 0)
                        && (max == null || max.compareTo(value) >= 0);
    }
}
