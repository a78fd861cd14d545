package io.devfile.registry.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fixture.CapturedLog;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.StateBuilder;
import io.devfile.registry.state.StateJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {

    private static final Instant NOW = Instant.parse("2025-01-02T03:04:05Z");

    @TempDir
    private Path directory;

    private Path file;
    private final List<Change> told = new ArrayList<>();
    private ChangeLog log;

    @BeforeEach
    void open() {
        file = directory.resolve("changes.json");
        log = new ChangeLog(file, told::addAll);
    }

    private static RegistryState state(CatalogEntry... entries) {
        return new StateBuilder(new StateJson())
                .build(List.of(new SourceCatalog("source", "1", List.of(entries), List.of())), NOW);
    }

    private static CatalogEntry stack(String name, String devfile) {
        return stack(name, devfile, "");
    }

    private static CatalogEntry stack(String name, String devfile, String displayName) {
        byte[] bytes = devfile.getBytes(StandardCharsets.UTF_8);
        Map<String, StoredFile> files = Map.of("devfile.yaml", new StoredFile(Digest.of(bytes), bytes.length));
        VersionContent content =
                new VersionContent("devfile.yaml", new TreeMap<>(files), new TreeMap<>(files), List.of());
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, name)
                .displayName(displayName)
                .versions(List.of(IndexVersion.builder("1.0.0").build()))
                .build();
        return new CatalogEntry(entry, name, "source", "1", Map.of("1.0.0", content));
    }

    /** With two versions of the same files. */
    private static CatalogEntry versions(String directory, String... numbers) {
        byte[] bytes = {1};
        Map<String, StoredFile> files = Map.of("devfile.yaml", new StoredFile(Digest.of(bytes), bytes.length));
        VersionContent content =
                new VersionContent("devfile.yaml", new TreeMap<>(files), new TreeMap<>(files), List.of());
        Map<String, VersionContent> contents = new TreeMap<>();
        Stream.of(numbers).forEach(number -> contents.put(number, content));
        OffsetDateTime newest = OffsetDateTime.ofInstant(NOW.plusSeconds(numbers.length), ZoneOffset.UTC);
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go")
                .architectures(List.of(numbers))
                .lastModified(newest)
                .versions(Stream.of(numbers)
                        .map(number -> IndexVersion.builder(number)
                                .lastModified(newest)
                                .build())
                        .toList())
                .build();
        return new CatalogEntry(entry, directory, "source", "1", contents);
    }

    private static CatalogEntry sample(String name) {
        return new CatalogEntry(IndexEntry.builder(EntryType.SAMPLE, name).build(), "", "source", "1", Map.of());
    }

    private List<String> since(String cursor) {
        return texts(log.since(cursor).orElseThrow());
    }

    private static List<String> texts(Changes changes) {
        return changes.changes().stream()
                .map(one -> one.change() + " " + one.name())
                .toList();
    }

    private String cursor() {
        return log.everything().orElseThrow().cursor();
    }

    @Test
    void theFirstStateIsNoChangeButIsPartOfEverything() {
        assertThat(log.everything()).isEmpty();

        log.record(state(stack("go", "a"), sample("code")));

        assertThat(told).isEmpty();

        Changes all = log.everything().orElseThrow();
        assertThat(texts(all)).containsExactlyInAnyOrder("added go", "added code");
        assertThat(all.changes())
                .filteredOn(one -> one.type().equals("stack"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.repository()).isEqualTo("devfile-catalog/go");
                    assertThat(one.version()).isEqualTo("1.0.0");
                    assertThat(one.digest()).isNotNull();
                    assertThat(one.time()).isEqualTo(NOW);
                });
        assertThat(since(all.cursor())).isEmpty();
    }

    @Test
    void differencesAreFoundAfterTheirCursorInOrder() {
        log.record(state(stack("go", "a"), stack("java", "a"), sample("code")));
        String first = cursor();

        log.record(state(stack("go", "b"), stack("java", "a"), sample("more")));
        String second = cursor();
        log.record(state(stack("go", "b"), stack("java", "a", "Java"), sample("more")));

        assertThat(since(first)).containsExactly("removed code", "changed go", "added more", "changed java");
        assertThat(since(second)).containsExactly("changed java");
        log.record(state(stack("go", "b"), stack("java", "a", "Java"), sample("more")));
        assertThat(told).isEqualTo(log.since(first).orElseThrow().changes()).hasSize(4);
    }

    @Test
    void aNewVersionDoesNotChangeTheOthersAndTimesDoNotCount() {
        log.record(state(versions("go", "2.0.0", "1.0.0")));
        String first = cursor();
        log.record(state(versions("go", "3.0.0", "2.0.0", "1.0.0")));

        assertThat(log.since(first).orElseThrow().changes())
                .extracting(Change::change, Change::version)
                .containsExactly(tuple(Change.ADDED, "3.0.0"));
    }

    @Test
    void aStackThatMovesToAnotherRepositoryIsRemovedAndAdded() {
        log.record(state(versions("go", "1.0.0")));
        String first = cursor();
        log.record(state(versions("golang", "1.0.0")));

        assertThat(log.since(first).orElseThrow().changes())
                .extracting(Change::change, Change::repository)
                .containsExactly(
                        tuple(Change.REMOVED, "devfile-catalog/go"), tuple(Change.ADDED, "devfile-catalog/golang"));
    }

    @Test
    void contentThatReturnsIsAChange() {
        log.record(state(stack("go", "a")));
        String first = cursor();
        log.record(state(stack("go", "b")));
        log.record(state(stack("go", "a")));

        assertThat(since(first)).containsExactly("changed go", "changed go");
        assertThat(cursor()).isNotEqualTo(first);
    }

    @Test
    void survivesARestart() {
        log.record(state(stack("go", "a")));
        String first = cursor();
        log.record(state(stack("go", "b")));

        log = new ChangeLog(file, told::addAll);
        log.record(state(stack("go", "b"), sample("code")));

        assertThat(since(first)).containsExactly("changed go", "added code");
    }

    @Test
    void takesTheCursorOfAServerWithEqualContent() {
        log.record(state(stack("go", "old")));
        log.record(state(stack("go", "a")));
        log.record(state(stack("go", "b")));
        ChangeLog other = new ChangeLog(directory.resolve("other.json"), changes -> {});
        other.record(state(stack("go", "a")));

        assertThat(since(other.everything().orElseThrow().cursor())).containsExactly("changed go");
    }

    @Test
    void anUnknownCursorIsNotAnswered() {
        assertThat(log.since("0-0123456789abcdef")).isEmpty();

        log.record(state(stack("go", "a")));

        for (String cursor : List.of("", "-", "0", "0-", "0-0123456789abcdef", "0-0123456789abcdef\n", "a")) {
            assertThat(log.since(cursor)).as(cursor).isEmpty();
        }
    }

    @Test
    void theOldestStepsAreDropped() {
        log.record(state());
        String first = cursor();
        CatalogEntry[] many = IntStream.range(0, ChangeLog.MAX_CHANGES)
                .mapToObj(i -> sample("sample" + i))
                .toArray(CatalogEntry[]::new);

        log.record(state(many));
        String second = cursor();
        assertThat(since(first)).hasSize(ChangeLog.MAX_CHANGES);
        log.record(
                state(Stream.concat(Stream.of(many), Stream.of(sample("one"))).toArray(CatalogEntry[]::new)));

        assertThat(log.since(first)).isEmpty();
        assertThat(since(second)).containsExactly("added one");
    }

    @Test
    void aDamagedFileStartsANewLog() throws IOException {
        log.record(state(stack("go", "a")));
        for (String damaged :
                List.of("", "{}", "[]", "{\"format\":1}", Files.readString(file).replace("sha256", "x"))) {
            Files.writeString(file, damaged);
            try (CapturedLog warnings = new CapturedLog(ChangeLog.class.getName())) {
                log = new ChangeLog(file, told::addAll);
                assertThat(warnings.messages(Level.WARNING)).as(damaged).hasSize(1);
            }
            assertThat(log.everything()).isEmpty();
        }
    }
}
