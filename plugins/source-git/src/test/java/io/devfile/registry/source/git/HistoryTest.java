package io.devfile.registry.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.StackSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HistoryTest {

    private static final long START = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private GitOrigin origin;
    private final StringBuilder script = new StringBuilder();
    private long clock = START;

    @BeforeEach
    void begin() throws IOException {
        fixture = new GitFixture(scratch);
        origin = GitOrigin.create(scratch.resolve("origin"));
    }

    @Test
    void aDirectoryWasChangedWhenTheLastCommitTouchedIt() throws Exception {
        commit("main", "stacks/go/1.0.0/devfile.yaml");
        commit("main", "stacks/go/2.0.0/devfile.yaml");
        commit("main", "README.md");
        importAll();
        try (StackSource source = fixture.source(origin.url());
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.lastModified(Path.of("stacks/go/1.0.0"))).contains(time(1));
            assertThat(snapshot.lastModified(Path.of("stacks/go/2.0.0"))).contains(time(2));
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(time(2));
            assertThat(snapshot.lastModified(Path.of("stacks"))).contains(time(2));
            assertThat(snapshot.lastModified(Path.of(""))).contains(time(3));
            assertThat(snapshot.lastModified(Path.of("nowhere"))).isEmpty();
        }
    }

    @Test
    void aMergeTouchesWhatDiffersFromAllItsParents() throws Exception {
        commit("main", "a/x");
        commit("main", "b/x");
        importAll();
        origin.git("checkout", "-q", "-f", "main");
        origin.git("checkout", "-q", "-b", "side");
        String side = at(origin, "a/side");
        origin.git("checkout", "-q", "main");
        at(origin, "b/main");
        origin.git("merge", "-q", "--no-ff", "-m", "Merge", "side");
        try (StackSource source = fixture.source(origin.url());
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.lastModified(Path.of("a")))
                    .contains(Instant.ofEpochSecond(Long.parseLong(origin.git("log", "-1", "--format=%ct", side))));
            assertThat(snapshot.lastModified(Path.of("b"))).contains(logged(origin, "b"));
        }
    }

    /** Compares the result with that of git. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aWalkFindsWhatGitFinds(int seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            commit("main", randomFile(random));
        }
        importAll();
        origin.git("checkout", "-q", "-f", "main");
        try (StackSource source = fixture.source(origin.url())) {
            assertAsGitSays(source, "");
            for (int i = 0; i < 5; i++) {
                at(origin, randomFile(random));
            }
            assertAsGitSays(source, "");
        }
        try (StackSource restarted = fixture.source(origin.url())) {
            at(origin, randomFile(random));
            assertAsGitSays(restarted, "");
        }
        try (StackSource below = fixture.source(origin.url(), "subdir", "d1")) {
            assertAsGitSays(below, "d1");
        }
    }

    @Test
    void datesStayWhereOnlyTheNewestCommitIsFetched() throws Exception {
        commit("main", "stacks/go/devfile.yaml");
        commit("main", "stacks/java/devfile.yaml");
        importAll();
        origin.git("checkout", "-q", "-f", "main");
        try (StackSource source = fixture.source(origin.url(), "depth", "1")) {
            try (Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.lastModified(Path.of("stacks/go")))
                        .as("history ends before that")
                        .contains(time(2));
            }
            at(origin, "stacks/java/devfile.yaml");
            try (Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(time(2));
                assertThat(snapshot.lastModified(Path.of("stacks/java"))).contains(logged(origin, "stacks/java"));
            }
        }
    }

    @Test
    void damagedDatesAreFoundAgain() throws Exception {
        commit("main", "stacks/go/devfile.yaml");
        commit("main", "README.md");
        importAll();
        for (String damage : List.of("", "x", "1 " + origin.url() + " subdir \nnonsense")) {
            try (StackSource source = fixture.source(origin.url())) {
                source.fetch().close();
            }
            Files.writeString(fixture.work().resolve("dates"), damage);
            try (StackSource source = fixture.source(origin.url());
                    Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(time(1));
            }
        }
    }

    private void assertAsGitSays(StackSource source, String subdir) throws Exception {
        try (Snapshot snapshot = source.fetch();
                Stream<Path> all = Files.walk(snapshot.root())) {
            for (Path directory : all.filter(Files::isDirectory).toList()) {
                Path path = snapshot.root().relativize(directory);
                String full = subdir.isEmpty() ? path.toString() : subdir + "/" + path;
                Optional<Instant> expected = Optional.of(logged(origin, full.isEmpty() ? "." : full));
                assertThat(snapshot.lastModified(path)).as(full).isEqualTo(expected);
            }
        }
    }

    private static String randomFile(Random random) {
        StringBuilder path = new StringBuilder("d" + random.nextInt(3));
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append("/d").append(random.nextInt(3));
        }
        return path + "/f" + random.nextInt(3);
    }

    private static Instant logged(GitOrigin origin, String path) throws IOException {
        return Instant.ofEpochSecond(Long.parseLong(origin.git("log", "-1", "--format=%ct", "--", path)));
    }

    private Instant time(int commit) {
        return Instant.ofEpochSecond(START + commit * 3600L);
    }

    /** Adds a commit to the stream for git fast-import, an hour after the previous one. */
    private void commit(String branch, String file) {
        clock += 3600;
        script.append("commit refs/heads/%s\ncommitter T <t@example.com> %d +0000\ndata 0\n".formatted(branch, clock));
        String text = "at " + clock;
        script.append("M 644 inline %s\ndata %d\n%s\n\n".formatted(file, text.length(), text));
    }

    private void importAll() throws IOException {
        origin.git(
                new ByteArrayInputStream(script.toString().getBytes(StandardCharsets.UTF_8)), "fast-import", "--quiet");
    }

    private String at(GitOrigin where, String file) throws IOException {
        return where.write(file, "now " + System.nanoTime());
    }
}
