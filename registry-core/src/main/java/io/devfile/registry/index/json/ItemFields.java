package io.devfile.registry.index.json;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexItem;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of entries and versions as JSON and YAML have them: the components of their records, in the same order and
 * under the same names; {@code isDefault} becomes {@code default}. Absent and empty values are left out.
 */
public final class ItemFields {

    private ItemFields() {}

    /** All fields, in a new map, which the caller may change. */
    public static Map<String, Object> of(IndexItem item) {
        return fields((Record) item, "", "");
    }

    /**
     * The fields between two others.
     *
     * @param after empty to begin with the first field
     * @param before empty to end with the last field
     */
    static Map<String, Object> between(IndexItem item, String after, String before) {
        return fields((Record) item, after, before);
    }

    private static Map<String, Object> fields(Record item, String after, String before) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean begun = after.isEmpty();
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            if (component.getName().equals(before)) {
                return fields;
            }
            Object value = begun ? value(item, component) : null;
            if (value != null) {
                fields.put(name(component), value);
            }
            begun |= component.getName().equals(after);
        }
        return fields;
    }

    private static String name(RecordComponent component) {
        return component.getName().equals("isDefault") ? "default" : component.getName();
    }

    private static @Nullable Object value(Record item, RecordComponent component) {
        try {
            return value(component.getAccessor().invoke(item));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The field " + component.getName() + " cannot be read", e);
        }
    }

    /** Null for a value that is left out. */
    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (value instanceof EntryType type) {
            return type.text();
        }
        if (value instanceof Record nested) {
            return value(fields(nested, "", ""));
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record) {
            List<Object> nested = new ArrayList<>();
            list.forEach(one -> nested.add(fields((Record) one, "", "")));
            return nested;
        }
        boolean empty = Boolean.FALSE.equals(value)
                || "".equals(value)
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        return empty ? null : value;
    }
}
