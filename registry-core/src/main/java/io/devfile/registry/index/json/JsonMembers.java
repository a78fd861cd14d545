package io.devfile.registry.index.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;

/** Writes the members of JSON objects without the braces, so that pieces can be put together. Thread-safe. */
final class JsonMembers {

    // the only nulls that get here are those in free-form attributes, where they mean something
    private static final JsonbConfig CONFIG = new JsonbConfig().withNullValues(true);

    private final Jsonb jsonb = JsonbBuilder.create(CONFIG);

    /** {@code "a":1,"b":2}, which is empty for no fields. */
    String of(Fields fields) {
        String object = jsonb.toJson(fields.present());
        return object.substring(1, object.length() - 1);
    }

    /** As {@link #of}, after a comma if there are any. */
    byte[] following(Fields fields) {
        String members = of(fields);
        return bytes(members.isEmpty() ? "" : "," + members);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
