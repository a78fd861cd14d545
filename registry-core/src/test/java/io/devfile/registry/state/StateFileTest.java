package io.devfile.registry.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fixture.CapturedLog;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.remote.TreeAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {

    private static final Instant NOW = Instant.parse("2025-01-02T03:04:05Z");

    @TempDir
    private Path directory;

    private final StateJson json = new StateJson();
    private final CapturedLog log = new CapturedLog(StateFile.class.getName());
    private ContentStore store;
    private Path path;
    private StateFile file;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(directory.resolve("content"));
        path = directory.resolve("state.json");
        file = file(Map.of("source", "as before"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private StateFile file(Map<String, String> configurations) {
        return new StateFile(path, store, json, new StateBuilder(json), configurations);
    }

    private RegistryState state(String devfile) throws IOException {
        StoredFile stored = store.add(devfile.getBytes(StandardCharsets.UTF_8));
        StoredFile zip = store.add(("zip of " + devfile).getBytes(StandardCharsets.UTF_8));
        VersionContent content = new VersionContent(
                "devfile.yaml",
                new TreeMap<>(Map.of("devfile.yaml", stored)),
                new TreeMap<>(),
                List.of(new StarterProject("s", "s.zip", "", null, zip)));
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go").build();
        SourceCatalog catalog = new SourceCatalog(
                "source",
                "r1",
                List.of(new CatalogEntry(entry, "go", "source", "r1", Map.of("1.0.0", content))),
                List.of(),
                Map.of(new TreeAddress.Git("https://example.com/go.git", "main", "2.0.0"), "c1"));
        return new StateBuilder(json).build(List.of(catalog), NOW);
    }

    private void isNotUsed() {
        assertThat(file.load()).isEmpty();
        assertThat(log.messages(Level.WARNING)).singleElement().asString().contains(path.toString());
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(file.load()).isEmpty();
        assertThat(log.messages(Level.WARNING)).isEmpty();
    }

    @Test
    void givesBackWhatWasSaved() throws IOException {
        RegistryState state = state("a");
        file.save(state);

        RegistryState kept = file.load().orElseThrow();

        assertThat(kept.sources()).isEqualTo(state.sources());
        assertThat(kept.digest()).isEqualTo(state.digest());
        assertThat(kept.builtAt()).isEqualTo(NOW);
        assertThat(kept.restored()).isTrue();
        assertThat(state.restored()).isFalse();
    }

    @Test
    void isNotUsedWhereItIsDamaged() throws IOException {
        file.save(state("a"));
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(whole, whole.length / 2));

        isNotUsed();
    }

    @Test
    void isNotUsedWhereItHasAnotherFormat() throws IOException {
        file.save(state("a"));
        Files.writeString(path, Files.readString(path).replace("\"format\":" + StateJson.FORMAT, "\"format\":0"));

        isNotUsed();
    }

    @Test
    void isNotUsedWhereContentIsMissing() throws IOException {
        file.save(state("a"));
        store.retainOnly(Set.of());

        isNotUsed();
    }

    @Test
    void isNotUsedWhereContentIsDamaged() throws IOException {
        RegistryState state = state("abc");
        file.save(state);
        StoredFile stored = StateFile.files(state.sources()).findFirst().orElseThrow();
        Files.writeString(
                directory.resolve("content").resolve("sha256-" + stored.digest().hex()), "abd");

        isNotUsed();
    }

    @Test
    void isNotUsedWhereItCannotBeRead() throws IOException {
        Files.createDirectory(path);

        isNotUsed();
    }

    @Test
    void isReplacedWholeOrNotAtAll() throws IOException {
        file.save(state("a"));
        file.save(state("b"));

        assertThat(file.load().orElseThrow().sources()).isEqualTo(state("b").sources());
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(path, directory.resolve("content"));
        }
        Path blocked = directory.resolve("missing").resolve("state.json");
        assertThatThrownBy(() -> new StateFile(blocked, store, json, new StateBuilder(json), Map.of()).save(state("c")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"source, otherwise", "another, as before"})
    void whatASourceThatIsRemovedOrConfiguredOtherwiseDeliveredIsNotUsed(String source, String configuration)
            throws IOException {
        file.save(state("a"));

        assertThat(file(Map.of(source, configuration)).load()).isEmpty();
    }

    @Test
    void whatTheOthersDeliveredIsUsed() throws IOException {
        file.save(state("a"));

        assertThat(file(Map.of("new", "x", "source", "as before"))
                        .load()
                        .orElseThrow()
                        .sources())
                .hasSize(1);
    }
}
