package io.devfile.registry.catalog.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a devfile that is valid except for the changes of a test. */
final class DevfileText {

    private final Map<String, String> metadata = new LinkedHashMap<>();
    private String schemaVersion = "2.3.0";
    private String body = "";

    private DevfileText(String name, String version) {
        metadata.put("name", name);
        metadata.put("version", version);
        metadata.put("displayName", "The " + name);
        metadata.put("language", "Java");
        metadata.put("projectType", "Plain");
        metadata.put("provider", "Us");
        metadata.put("supportUrl", "https://example.org");
        metadata.put("architectures", "[amd64]");
    }

    static DevfileText of(String name, String version) {
        return new DevfileText(name, version);
    }

    /** @param yaml the value as written on the line of the key */
    DevfileText with(String key, String yaml) {
        metadata.put(key, yaml);
        return this;
    }

    DevfileText without(String key) {
        metadata.remove(key);
        return this;
    }

    DevfileText schemaVersion(String number) {
        schemaVersion = number;
        return this;
    }

    /** The text after the metadata. */
    DevfileText body(String yaml) {
        body = yaml;
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("schemaVersion: " + schemaVersion + "\nmetadata:\n");
        metadata.forEach((key, value) ->
                text.append("  ").append(key).append(": ").append(value).append('\n'));
        return text.append(body).toString();
    }
}
