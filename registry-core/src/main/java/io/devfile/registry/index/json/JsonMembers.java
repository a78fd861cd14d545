package io.devfile.registry.index.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the members of JSON objects without the braces, so that the parts can be combined. Thread-safe. */
final class JsonMembers {

    // nulls occur only in free-form attributes, where they are significant
    private static final JsonbConfig CONFIG = new JsonbConfig().withNullValues(true);

    private final Jsonb jsonb = JsonbBuilder.create(CONFIG);

    /** {@code "a":1,"b":2}; empty if there are no fields. */
    String of(Map<String, ?> fields) {
        String object = jsonb.toJson(fields);
        return object.substring(1, object.length() - 1);
    }

    /** As {@link #of}, but with a leading comma if there are any fields. */
    byte[] following(Map<String, ?> fields) {
        String members = of(fields);
        return bytes(members.isEmpty() ? "" : "," + members);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
