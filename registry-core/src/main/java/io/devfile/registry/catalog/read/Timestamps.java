package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.source.Snapshot;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When versions were last changed: the times in {@code last_modified.json} or, in a source without that file, the times
 * that the source knows. A version that the file does not name is dated {@link #NEVER}, as in the reference registry.
 * The time of a checkout, which is often the only time that a source knows, would make old versions look new.
 */
final class Timestamps {

    private static final String FILE = "last_modified.json";
    private static final String NO_VERSION = "undefined";

    /** The maximum year of RFC 3339. */
    private static final int LAST_YEAR = 9999;

    private static final OffsetDateTime NEVER = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private record Key(EntryType type, String name, String version) {}

    private final Map<Key, OffsetDateTime> times = new HashMap<>();
    private final Snapshot snapshot;
    private @Nullable Digest file;

    private Timestamps(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static Timestamps read(SourceTree tree, Snapshot snapshot, Findings findings) {
        Timestamps timestamps = new Timestamps(snapshot);
        Path file = tree.resolve(FILE);
        if (tree.exists(file)) {
            try {
                byte[] bytes = tree.read(file, snapshot.root(), Limits.ENTRIES_SIZE);
                timestamps.addAll(parse(bytes), findings);
                timestamps.file = Digest.of(bytes);
            } catch (ContentException e) {
                findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
            }
        }
        return timestamps;
    }

    /**
     * @param version empty for an entry without versions
     * @param directory the directory of the version's files, for the time that the source knows
     */
    Optional<OffsetDateTime> of(EntryType type, String name, String version, Path directory) {
        return of(type, name, version, known(directory).orElse(null));
    }

    /** The time that the source knows for a directory. */
    Optional<Instant> known(Path directory) {
        return snapshot.lastModified(directory);
    }

    /** @param known when the version was changed, or null; used if the repository does not list times */
    Optional<OffsetDateTime> of(EntryType type, String name, String version, @Nullable Instant known) {
        Optional<OffsetDateTime> time = file != null
                ? Optional.of(times.getOrDefault(new Key(type, name, version), NEVER))
                : Optional.ofNullable(known).map(instant -> instant.atOffset(ZoneOffset.UTC));
        return time.map(one -> one.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Everything, besides the files, that the times of the content of a directory depend on. */
    String basis(Path directory) {
        return file != null
                ? file.toString()
                : snapshot.lastModified(directory).map(Instant::toString).orElse("");
    }

    private static JsonObject parse(byte[] bytes) throws ContentException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // the parser throws exceptions of several kinds
            throw new ContentException(
                    Rule.LAST_MODIFIED, FILE, "This is not a JSON object. Write {\"stacks\": […], \"samples\": […]}.");
        }
    }

    private void addAll(JsonObject lists, Findings findings) {
        add(lists, "stacks", EntryType.STACK, findings);
        add(lists, "samples", EntryType.SAMPLE, findings);
    }

    private void add(JsonObject lists, String list, EntryType type, Findings findings) {
        JsonValue items = lists.getOrDefault(list, JsonValue.EMPTY_JSON_ARRAY);
        if (items.getValueType() != JsonValue.ValueType.ARRAY) {
            findings.error(
                    Rule.LAST_MODIFIED,
                    FILE,
                    "/" + list,
                    Position.UNKNOWN,
                    "This should be a list of objects with name, version and lastModified.");
            return;
        }
        int i = 0;
        for (JsonValue item : items.asJsonArray()) {
            if (!addOne(item, type)) {
                findings.error(
                        Rule.LAST_MODIFIED,
                        FILE,
                        "/" + list + "/" + i,
                        Position.UNKNOWN,
                        "This should have name, version and lastModified, with a time such as 2026-01-31T12:00:00Z."
                                + " The version is dated 0001-01-01.");
            }
            i++;
        }
    }

    private boolean addOne(JsonValue item, EntryType type) {
        if (!(item instanceof JsonObject entry)
                || !(entry.get("name") instanceof JsonString name)
                || !(entry.get("lastModified") instanceof JsonString time)) {
            return false;
        }
        JsonValue number = entry.getOrDefault("version", Json.createValue(NO_VERSION));
        if (!(number instanceof JsonString version)) {
            return false;
        }
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(time.getString());
            String key = version.getString().equals(NO_VERSION) ? "" : version.getString();
            if (parsed.getYear() < 0 || parsed.getYear() > LAST_YEAR) {
                return false;
            }
            times.put(new Key(type, name.getString(), key), parsed);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
