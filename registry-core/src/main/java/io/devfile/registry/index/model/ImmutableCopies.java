package io.devfile.registry.index.model;

import java.math.BigDecimal;
import java.math.BigInteger;
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
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        boolean json = value == null || value instanceof Boolean || value instanceof Number && isFinite((Number) value);
        // YAML has dates, infinities and other values that JSON does not have
        return json ? value : value.toString();
    }

    /**
     * JSON-B reads every number as a decimal. The numbers in the content are integers of the smallest type, or doubles, and
     * only these types are written in the same way again.
     */
    private static Number number(BigDecimal number) {
        if (number.scale() == 0) {
            BigInteger integer = number.unscaledValue();
            if (integer.bitLength() < Integer.SIZE) {
                return integer.intValue();
            }
            return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
        }
        double real = number.doubleValue();
        boolean exact = Double.isFinite(real) && new BigDecimal(Double.toString(real)).compareTo(number) == 0;
        return exact ? (Number) real : number;
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue()) || !(number instanceof Double || number instanceof Float);
    }
}
