package io.devfile.registry.toolkit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path scratch;

    private Path directory;
    private SnapshotStore store;

    @BeforeEach
    void open() {
        directory = scratch.resolve("work/trees");
        store = new SnapshotStore(directory);
    }

    @Test
    void nothingIsMadeBeforeItIsNeeded() {
        assertThat(store.get("a")).isEmpty();
        store.close();
        assertThat(scratch.resolve("work")).doesNotExist();
    }

    @Test
    void whatWasWrittenIsGivenOut() throws Exception {
        try (Snapshot snapshot = add("a")) {
            assertThat(snapshot.revision()).isEqualTo("a");
            assertThat(snapshot.root()).isEqualTo(snapshot.root().toRealPath());
            assertThat(snapshot.root().resolve("file")).hasContent("a");
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(TIME);
            assertThat(snapshot.lastModified(Path.of("stacks", "x", "..", "go")))
                    .contains(TIME);
            assertThat(snapshot.lastModified(Path.of(""))).contains(TIME);
            assertThat(snapshot.lastModified(Path.of("other"))).isEmpty();
            assertThat(snapshot.revision(Path.of("stacks", "x", "..", "go"))).contains("content a");
            assertThat(snapshot.revision(Path.of("other"))).isEmpty();
        }
    }

    @Test
    void theLastOneStaysAndIsGivenOutAgain() throws Exception {
        Path root;
        try (Snapshot first = add("a")) {
            root = first.root();
        }
        try (Snapshot again = store.get("a").orElseThrow()) {
            assertThat(again.root()).isEqualTo(root);
        }
    }

    @Test
    void formerOnesStayWhileTheyAreOpen() throws Exception {
        Snapshot first = add("a");
        Snapshot again = store.get("a").orElseThrow();
        Snapshot second = add("b");
        first.close();
        first.close();
        assertThat(again.root().resolve("file")).hasContent("a");
        again.close();
        assertThat(again.root()).doesNotExist();
        assertThat(store.get("a")).isEmpty();
        assertThat(second.root().resolve("file")).hasContent("b");
    }

    @Test
    void theOneGivenOutLastStaysEvenIfItIsTheOlder() throws Exception {
        Snapshot first = add("a");
        Snapshot second = add("b");
        second.close();
        store.get("a").orElseThrow().close();
        first.close();
        assertThat(first.root()).exists();
        assertThat(second.root()).doesNotExist();
    }

    @Test
    void oneThatVanishedFromTheDiskIsNotGivenOut() throws Exception {
        try (Snapshot snapshot = add("a")) {
            Files.delete(snapshot.root().resolve("file"));
            Files.delete(snapshot.root());
        }
        assertThat(store.get("a")).isEmpty();
        try (Snapshot anew = add("a")) {
            assertThat(anew.root().resolve("file")).hasContent("a");
        }
    }

    @Test
    void whatBreaksOffIsRemoved() throws Exception {
        add("a").close();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.add("b", place -> {
                    Files.writeString(place.resolve("half"), "h");
                    throw new IOException("broken off");
                }));
        assertThat(store.get("b")).isEmpty();
        assertThat(store.get("a")).isPresent();
        assertThat(files()).noneMatch(file -> file.endsWith("half"));
    }

    @Test
    void whatAKilledServerLeftIsRemoved() throws Exception {
        Path left = Files.createDirectories(directory.resolve("left/tree"));
        Files.writeString(left.resolve("file"), "x");
        Files.createSymbolicLink(left.resolve("link"), scratch);
        add("a").close();
        assertThat(directory.resolve("left")).doesNotExist();
        assertThat(scratch).exists();
    }

    @Test
    void anotherStoreRemovesNothingThatIsInUse() throws Exception {
        try (Snapshot first = add("a");
                SnapshotStore other = new SnapshotStore(directory)) {
            other.add("b", place -> write(place, "b")).close();
            assertThat(first.root().resolve("file")).hasContent("a");
        }
    }

    @Test
    void closingRemovesWhatIsNotOpen() throws Exception {
        Snapshot open = add("a");
        store.close();
        store.close();
        assertThat(open.root()).exists();
        open.close();
        assertThat(directory).isEmptyDirectory();
        assertThatIllegalStateException().isThrownBy(() -> add("b"));
    }

    @Test
    void aStoreThatIsClosedInMidWritingLeavesNothing() throws Exception {
        Snapshot snapshot = store.add("a", place -> {
            store.close();
            return write(place, "a");
        });
        assertThat(snapshot.root().resolve("file")).hasContent("a");
        snapshot.close();
        assertThat(directory).isEmptyDirectory();
    }

    private Snapshot add(String revision) throws IOException, SourceException {
        return store.add(revision, place -> write(place, revision));
    }

    private static SnapshotStore.Tree write(Path place, String text) throws IOException {
        Path root = Files.createDirectory(place.resolve("top"));
        Files.writeString(root.resolve("file"), text);
        return new SnapshotStore.Tree(
                root, new Directories(Map.of("stacks/go", TIME, "", TIME), Map.of("stacks/go", "content " + text)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList();
        }
    }
}
