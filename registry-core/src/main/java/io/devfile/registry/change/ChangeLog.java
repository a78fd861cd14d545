package io.devfile.registry.change;

import io.devfile.registry.content.DigestAdapter;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.file.DurableFiles;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of the content, stored across restarts. The log stores what was served last, so changes that a
 * crash prevented from being recorded are recorded by the next start. Thread-safe.
 */
public final class ChangeLog {

    /** If there are more, the oldest are dropped. */
    static final int MAX_CHANGES = 10_000;

    private static final System.Logger LOG = System.getLogger(ChangeLog.class.getName());

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    private static final int FORMAT = 1;

    private static final int DIGITS = 16;

    private final Path file;
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withAdapters(new DigestAdapter()));
    private final Consumer<List<Change>> listener;
    private volatile @Nullable Kept kept;

    /**
     * @param file where the log is stored; it may not exist yet
     * @param listener receives the changes after they were recorded
     */
    public ChangeLog(Path file, Consumer<List<Change>> listener) {
        this.file = file;
        this.listener = listener;
        this.kept = load();
    }

    /**
     * The content of the file.
     *
     * @param start the cursor before the first step
     * @param versions what was served last
     */
    public record Kept(int format, String start, List<Step> steps, List<KnownVersion> versions) {

        private String cursor() {
            return steps.isEmpty() ? start : steps.get(steps.size() - 1).cursor();
        }

        private Changes after(int step) {
            return new Changes(
                    cursor(),
                    steps.stream()
                            .skip(step)
                            .flatMap(one -> one.changes().stream())
                            .toList());
        }
    }

    /**
     * What changed from one state to the next.
     *
     * @param cursor the cursor after these changes
     */
    public record Step(String cursor, List<Change> changes) {}

    /**
     * Adds the differences between this state and the last one. The first state of all is not a change: a client
     * without a cursor gets it as a whole.
     */
    public synchronized void record(RegistryState state) {
        try {
            add(state);
        } catch (RuntimeException e) {
            // the content is served all the same
            LOG.log(
                    Level.ERROR,
                    "A change could not be recorded because of a defect, so a new log of changes begins.",
                    e);
            kept = null;
        }
    }

    private void add(RegistryState state) {
        Map<String, KnownVersion> next = KnownVersion.of(state);
        Kept before = kept;
        if (before == null) {
            keep(new Kept(FORMAT, cursor(0, next), List.of(), List.copyOf(next.values())));
            return;
        }
        List<Change> changes = differences(before.versions(), next, state.builtAt());
        if (!changes.isEmpty()) {
            List<Step> steps = new ArrayList<>(before.steps());
            steps.add(new Step(cursor(1 + number(before.cursor()), next), changes));
            keep(shortened(new Kept(FORMAT, before.start(), steps, List.copyOf(next.values()))));
            listener.accept(changes);
        }
    }

    /** @param next is changed: versions that are as before keep the time since which they are */
    private static List<Change> differences(List<KnownVersion> before, Map<String, KnownVersion> next, Instant now) {
        Map<String, KnownVersion> old =
                before.stream().collect(Collectors.toMap(KnownVersion::key, Function.identity()));
        List<Change> removed = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        next.replaceAll((key, version) -> {
            KnownVersion known = old.remove(key);
            if (known != null && known.fingerprint().equals(version.fingerprint())) {
                return known;
            }
            if (known != null && !Objects.equals(known.repository(), version.repository())) {
                // a client that knows it by its repository must learn that it left that one
                removed.add(known.as(Change.REMOVED, now));
                known = null;
            }
            changes.add(version.as(known == null ? Change.ADDED : Change.CHANGED, now));
            return version;
        });
        before.stream()
                .filter(version -> old.containsKey(version.key()))
                .forEach(version -> removed.add(version.as(Change.REMOVED, now)));
        // first, because another stack may have taken a repository over
        changes.addAll(0, removed);
        return changes;
    }

    private static Kept shortened(Kept log) {
        long total =
                log.steps().stream().mapToLong(step -> step.changes().size()).sum();
        int dropped = 0;
        while (total > MAX_CHANGES) {
            total -= log.steps().get(dropped).changes().size();
            dropped++;
        }
        return dropped == 0
                ? log
                : new Kept(
                        FORMAT,
                        log.steps().get(dropped - 1).cursor(),
                        List.copyOf(log.steps().subList(dropped, log.steps().size())),
                        log.versions());
    }

    /** Content that is equal has cursors with the same end on all servers; the number distinguishes its repetitions. */
    private static String cursor(long number, Map<String, KnownVersion> versions) {
        String all = versions.values().stream()
                .map(version -> version.key() + "\n" + version.fingerprint())
                .collect(Collectors.joining("\n"));
        return number + "-"
                + Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }

    private static long number(String cursor) {
        return Long.parseLong(cursor.substring(0, cursor.indexOf('-')));
    }

    /** All that is served, as if all of it was added; empty before the first state. */
    public Optional<Changes> everything() {
        return Optional.ofNullable(kept)
                .map(log -> new Changes(
                        log.cursor(),
                        log.versions().stream()
                                .map(version -> version.as(Change.ADDED, version.since()))
                                .toList()));
    }

    /**
     * The changes after a cursor. A cursor of another server with equal content works, too. Empty if the log does not
     * reach back to it.
     */
    public Optional<Changes> since(String cursor) {
        Kept log = kept;
        if (log == null) {
            return Optional.empty();
        }
        List<String> cursors = Stream.concat(
                        Stream.of(log.start()), log.steps().stream().map(Step::cursor))
                .toList();
        int position = cursors.lastIndexOf(cursor);
        String content = cursor.substring(cursor.indexOf('-') + 1);
        for (int i = cursors.size() - 1; i >= 0 && position < 0; i--) {
            if (cursors.get(i).endsWith("-" + content)) {
                position = i;
            }
        }
        return position < 0 ? Optional.empty() : Optional.of(log.after(position));
    }

    private void keep(Kept next) {
        kept = next;
        try {
            DurableFiles.write(file, jsonb.toJson(next).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The log of changes could not be stored, so clients that follow it may have to start over after a"
                            + " restart. Check that the data directory has free space.",
                    e);
        }
    }

    private @Nullable Kept load() {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            Kept read = jsonb.fromJson(Files.readString(file), Kept.class);
            if (read.format() != FORMAT) {
                throw new IllegalArgumentException("It has another format than this version of the registry writes");
            }
            // fails if a value is missing
            number(read.cursor());
            read.versions().forEach(version -> Objects.requireNonNull(version.fingerprint()));
            return new Kept(FORMAT, read.start(), List.copyOf(read.steps()), List.copyOf(read.versions()));
        } catch (IOException | RuntimeException e) {
            // damage can cause many kinds of exceptions
            LOG.log(
                    Level.WARNING,
                    "The log of changes in " + file
                            + " cannot be used, so a new one is started. Clients that follow it start over.",
                    e);
            return null;
        }
    }
}
