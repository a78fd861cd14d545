package io.devfile.registry.bundle;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of {@code last_modified.json}. */
final class ModificationTimes {

    private static final String NO_VERSION = "undefined";

    private ModificationTimes() {}

    static byte[] of(List<IndexEntry> entries) {
        String json = Json.createObjectBuilder()
                .add("stacks", list(entries, EntryType.STACK))
                .add("samples", list(entries, EntryType.SAMPLE))
                .build()
                .toString();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArrayBuilder list(List<IndexEntry> entries, EntryType type) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (IndexEntry entry : entries) {
            if (entry.type() != type) {
                continue;
            }
            if (entry.versions().isEmpty()) {
                add(list, entry, NO_VERSION, entry.lastModified());
            }
            for (IndexVersion version : entry.versions()) {
                add(list, entry, version.version(), version.lastModified());
            }
        }
        return list;
    }

    private static void add(JsonArrayBuilder list, IndexEntry entry, String version, @Nullable OffsetDateTime time) {
        if (time != null) {
            list.add(Json.createObjectBuilder()
                    .add("name", entry.name())
                    .add("version", version)
                    .add("lastModified", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)));
        }
    }
}
