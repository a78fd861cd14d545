package io.devfile.registry.index.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A part of a list.
 *
 * @param offset how many elements to leave out at the beginning
 * @param limit the maximum number of elements; {@link Integer#MAX_VALUE} for all
 */
public record Page(int offset, int limit) {

    static final String OFFSET = "offset";
    static final String LIMIT = "limit";
    static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    static final Page ALL = new Page(0, Integer.MAX_VALUE);

    static Page of(Parameters given) throws InvalidParameterException {
        return new Page(number(given, OFFSET, 0), limit(given, Integer.MAX_VALUE));
    }

    static int limit(Parameters given, int absent) throws InvalidParameterException {
        int limit = number(given, LIMIT, absent);
        if (limit == 0) {
            throw InvalidParameterException.of(LIMIT, "0", "leaves nothing; give a number from 1 on.");
        }
        return limit;
    }

    private static int number(Parameters given, String parameter, int absent) throws InvalidParameterException {
        return given.values(parameter, Page::number).stream().findFirst().orElse(absent);
    }

    private static int number(String parameter, String value) throws InvalidParameterException {
        if (NUMBER.matcher(value).matches()) {
            return Integer.parseInt(value);
        }
        throw InvalidParameterException.of(parameter, value, "is not a number of entries, such as 20.");
    }

    /** Whether it can be only a part. */
    public boolean isLimited() {
        return limit < Integer.MAX_VALUE;
    }

    /** The elements of this page, in their order. */
    public <K, V> Map<K, V> of(Map<K, V> all) {
        if (equals(ALL)) {
            return all;
        }
        Map<K, V> part = new LinkedHashMap<>();
        all.entrySet().stream().skip(offset).limit(limit).forEach(one -> part.put(one.getKey(), one.getValue()));
        return part;
    }
}
