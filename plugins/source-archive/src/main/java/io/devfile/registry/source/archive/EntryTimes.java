package io.devfile.registry.source.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest time of an entry below each directory. Times in the future, and the default times that tools write if they
 * know none (the beginning of an epoch), are replaced by the archive's own time.
 */
final class EntryTimes {

    /** A few days after the epoch of zip, which has no time zone. */
    private static final Instant EARLIEST = Instant.parse("1980-01-04T00:00:00Z");

    private final @Nullable Instant archive;
    private final Instant latest;
    private final Map<String, Instant> newest = new HashMap<>();

    EntryTimes(@Nullable Instant archive, Instant now) {
        this.archive = archive;
        this.latest = now.plus(Duration.ofDays(1));
    }

    /** Records the time of an entry, by its name with slashes. */
    void add(String name, @Nullable Instant time) {
        boolean sensible = time != null && time.isAfter(EARLIEST) && time.isBefore(latest);
        Instant known = sensible ? time : archive;
        if (known == null) {
            return;
        }
        String path = clean(name);
        while (!path.isEmpty()) {
            path = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
            newest.merge(path, known, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** The times at and below a directory, by their paths relative to it. */
    Map<String, Instant> below(String directory) {
        String root = clean(directory);
        Map<String, Instant> below = new HashMap<>();
        newest.forEach((path, time) -> {
            if (path.equals(root)) {
                below.put("", time);
            } else if (root.isEmpty()) {
                below.put(path, time);
            } else if (path.startsWith(root + "/")) {
                below.put(path.substring(root.length() + 1), time);
            }
        });
        return below;
    }

    private static String clean(String name) {
        return Stream.of(name.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }
}
