package io.devfile.registry.viewer.detail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The data of a version for search engines.
 *
 * @see <a href="https://schema.org/SoftwareSourceCode">SoftwareSourceCode</a>
 */
final class JsonLd {

    private final JsonObjectBuilder members =
            Json.createObjectBuilder().add("@context", "https://schema.org").add("@type", "SoftwareSourceCode");

    JsonLd add(String name, String value) {
        if (!value.isEmpty()) {
            members.add(name, value);
        }
        return this;
    }

    JsonLd add(String name, List<String> values) {
        if (!values.isEmpty()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            values.forEach(array::add);
            members.add(name, array);
        }
        return this;
    }

    JsonLd addNamed(String name, String type, String value) {
        if (!value.isEmpty()) {
            members.add(name, Json.createObjectBuilder().add("@type", type).add("name", value));
        }
        return this;
    }

    /** The text for a script element, which ends at the first {@code </script}. */
    String text() {
        return members.build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
