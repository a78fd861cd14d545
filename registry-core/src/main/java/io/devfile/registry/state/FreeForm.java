package io.devfile.registry.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Restores free-form values to their form before they were written. JSON-B reads every number as a decimal. The numbers
 * in the content are integers of the smallest type, or doubles, and only these types are written in the same way again.
 */
final class FreeForm {

    private FreeForm() {}

    static Map<String, @Nullable Object> restored(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return copy;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return restored(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element)));
            return copy;
        }
        return value instanceof BigDecimal number ? number(number) : value;
    }

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
}
