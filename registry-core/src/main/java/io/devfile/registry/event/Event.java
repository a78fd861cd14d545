package io.devfile.registry.event;

import io.devfile.registry.change.Change;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened. Immutable.
 *
 * @param type as in CloudEvents, such as {@code io.devfile.registry.version.added}
 * @param subject what it happened to, such as {@code go/2.0.0}; empty if it is about the registry as a whole
 * @param data a record or a map, which becomes a JSON object
 */
record Event(String id, String type, String subject, Instant time, Object data) {

    private static final String CHANGED = "io.devfile.registry.version.";
    private static final String USED = "io.devfile.registry.use.";

    static Event of(Change change) {
        return event(CHANGED + change.change(), subject(change.name(), change.version()), change.time(), change);
    }

    /**
     * @param use what a client did: {@code list}, {@code view}, {@code download} or {@code starter-project}
     * @param data text about it and about the client
     */
    static Event of(String use, Instant time, Map<String, String> data) {
        String subject = subject(data.getOrDefault("name", ""), data.getOrDefault("version", ""));
        return event(USED + use, subject, time, data);
    }

    private static Event event(String type, String subject, Instant time, Object data) {
        return new Event(UUID.randomUUID().toString(), type, subject, time, data);
    }

    private static String subject(String name, String version) {
        return version.isEmpty() ? name : name + "/" + version;
    }
}
