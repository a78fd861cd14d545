package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TestRemotes;
import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFollowerTest {

    @TempDir
    private Path directory;

    private TestRegistry registry;

    @BeforeEach
    void make() throws IOException {
        registry = new TestRegistry(directory, false);
        registry.a.stack("go", "1.0.0", "first");
        registry.b.stack("java", "1.0.0", "first");
    }

    @AfterEach
    void end() {
        registry.close();
    }

    @Test
    void deliversWhatTheSourceHasAndComesAgainWithinItsInterval() {
        Duration wait = registry.ask("a").orElseThrow();

        assertThat(wait).isBetween(TestRegistry.INTERVAL.multipliedBy(9).dividedBy(10), TestRegistry.INTERVAL);
        assertThat(registry.status("a").revision()).isEqualTo("r1");
        assertThat(registry.status("a").lastSuccess()).isEqualTo(registry.clock.instant());
        assertThat(registry.status("a").nextRefresh())
                .isEqualTo(registry.clock.instant().plus(wait));
        assertThat(registry.requests()).isOne();
        assertThat(registry.a.open()).isZero();
    }

    @Test
    void serversThatStartTogetherDoNotAskTogether() {
        assertThat(java.util.stream.Stream.generate(() -> registry.ask("a"))
                        .limit(20)
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }

    @Test
    void readsNothingWhereNothingIsNew() {
        registry.refresh();
        registry.a.reads();

        registry.refresh();

        assertThat(registry.a.reads()).isZero();
        assertThat(registry.a.open()).isZero();
    }

    @Test
    void readsNothingAfterARestartWhereNothingIsNew() throws IOException {
        registry.refresh();
        registry.a.reads();
        registry.start();

        registry.refresh();

        assertThat(registry.a.reads()).isZero();
        assertThat(registry.served()).containsExactly("go first", "java first");
    }

    @Test
    void asksAFailingSourceSoonerAndEverLaterWhileOthersGoOn() {
        registry.refresh();
        registry.a.fail();
        registry.b.stack("java", "1.0.0", "second");

        assertThat(registry.ask("a")).contains(Duration.ofSeconds(1));
        assertThat(registry.ask("a")).contains(Duration.ofSeconds(2));
        assertThat(registry.ask("a")).contains(Duration.ofSeconds(4));
        registry.refresh();

        assertThat(registry.served()).containsExactly("go first", "java second");
        assertThat(registry.status("a").lastError()).contains("the test wants it so");
        registry.a.recover();
        assertThat(registry.ask("a").orElseThrow()).isGreaterThan(Duration.ofMinutes(4));
        assertThat(registry.status("a").lastError()).isNull();
    }

    @Test
    void waitsAtMostAMinuteAfterFailures() {
        registry.a.fail();
        for (int i = 0; i < 100; i++) {
            registry.ask("a");
        }

        assertThat(registry.ask("a")).contains(Duration.ofMinutes(1));
    }

    @Test
    void keepsWhatItHasWhereTheTreeIsOfSomethingElse() throws IOException {
        registry.refresh();
        registry.a.file("README.md", "Moved.");
        Files.move(directory.resolve("a/stacks"), directory.resolve("a/elsewhere"));

        registry.refresh();

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.status("a").lastError()).contains("neither stacks/ nor", "subdir");
    }

    @Test
    void goesOnWhereAPluginBreaks() {
        registry.a.onFetch(() -> {
            throw new IllegalStateException("broken");
        });

        registry.refresh();

        assertThat(registry.served()).containsExactly("java first");
        assertThat(registry.status("a").lastError()).contains("broken");
    }

    @Test
    void doesNotTakeWhatAnInterruptLeftUnread() {
        registry.refresh();
        registry.requests();
        registry.a.stack("go", "1.0.0", "second");
        registry.a.onFetch(() -> {
            Thread.currentThread().interrupt();
            return Optional.empty();
        });

        registry.ask("a");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(registry.requests()).isZero();
        registry.publishing.run();
        assertThat(registry.served()).containsExactly("go first", "java first");
        registry.a.recover();
        registry.refresh();
        assertThat(registry.served()).containsExactly("go second", "java first");
    }

    @Test
    void doesNotCountAsAskedWhereItIsInterrupted() {
        registry.a.onFetch(() -> {
            Thread.currentThread().interrupt();
            return Optional.of(new SourceException("fetch", "it was interrupted", "Wait."));
        });

        registry.ask("a");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(registry.assembly.latestCatalogs().allAsked()).isFalse();
    }

    @Test
    void readsAgainWhereABranchThatAVersionIsFromHasMoved(@TempDir Path remote) throws IOException {
        TestRemotes remotes = new TestRemotes();
        try (RemoteTrees trees = remotes.open(remote.resolve("trees"), registry.clock)) {
            registry.a.file("stacks/go/devfile.yaml", "").file("stacks/go/stack.yaml", """
                    name: go
                    displayName: Go
                    icon: https://example.com/go.svg
                    versions:
                      - {version: 1.0.0, default: true, git: {url: 'https://example.com/go.git'}}
                    """);
            commit(remotes, remote, "first");
            registry.start(trees);
            registry.refresh();
            assertThat(registry.served()).contains("go first");
            registry.a.reads();
            registry.start(trees);
            registry.clock.advance(TestRegistry.INTERVAL);
            registry.refresh();
            assertThat(registry.a.reads()).as("nothing is new").isZero();

            commit(remotes, remote, "second");
            registry.clock.advance(TestRegistry.INTERVAL);
            registry.refresh();

            assertThat(registry.served()).contains("go second");
            registry.assembly.close();
        }
    }

    private static void commit(TestRemotes remotes, Path directory, String description) throws IOException {
        Path tree = Files.createDirectories(directory.resolve(description));
        Files.writeString(tree.resolve("devfile.yaml"), """
                schemaVersion: 2.2.0
                metadata:
                  name: go
                  displayName: Go
                  description: %s
                  version: 1.0.0
                  language: Go
                  projectType: Go
                """.formatted(description));
        remotes.put("https://example.com/go.git", description, tree);
    }
}
