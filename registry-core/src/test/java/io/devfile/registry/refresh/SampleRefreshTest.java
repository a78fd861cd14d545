package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TestRemotes;
import io.devfile.registry.state.RegistryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRefreshTest {

    private static final String URL = "https://example.com/sample.git";

    @TempDir
    private Path directory;

    private final TestRemotes remotes = new TestRemotes();
    private RemoteTrees trees;
    private TestRegistry registry;

    @BeforeEach
    void open() throws IOException {
        registry = new TestRegistry(directory, false);
        registry.a.file("extraDevfileEntries.yaml", """
                schemaVersion: 1.0.0
                samples:
                  - name: hello
                    displayName: Hello
                    projectType: Go
                    language: Go
                    provider: Example
                    supportUrl: https://example.com
                    architectures: [amd64]
                    git: {remotes: {origin: '%s'}, revision: main}
                """.formatted(URL));
        start();
    }

    private void start() throws IOException {
        trees = remotes.open(directory.resolve("remotes"), registry.clock);
        registry.start(trees);
    }

    @AfterEach
    void close() {
        stop();
        registry.close();
    }

    private void stop() {
        registry.assembly.close();
        trees.close();
    }

    private Path sample(String file, String description) throws IOException {
        Path tree = Files.createTempDirectory(directory, "sample");
        Path devfile = tree.resolve(file);
        Files.createDirectories(devfile.getParent());
        Files.writeString(devfile, "schemaVersion: 2.2.0\nmetadata: {name: hello, description: " + description + "}\n");
        Files.writeString(devfile.resolveSibling("deploy.yaml"), "kind: Deployment\n");
        return tree;
    }

    private RegistryState served() {
        return registry.current.get();
    }

    private Optional<VersionContent> content() {
        return served().entry("hello").orElseThrow().content("");
    }

    private String devfile() throws IOException {
        return new String(registry.assembly.store().read(content().orElseThrow().devfileContent()));
    }

    private void awaitDevfile(String description) {
        await().untilAsserted(() -> {
            registry.publishing.run();
            assertThat(content()).isPresent();
            assertThat(devfile()).contains(description);
        });
    }

    private Finding warning() {
        assertThat(served().catalog().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        return served().catalog().findings().get(0);
    }

    @Test
    void theyAreReadFromWhereTheirDevfileMayBe() throws IOException {
        for (String file : new String[] {"devfile.yaml", ".devfile.yaml", ".devfile/devfile.yaml"}) {
            remotes.put(URL, "commit of " + file, sample(file, "in-" + file));
            registry.clock.advance(Duration.ofHours(2));
            registry.refresh();

            awaitDevfile("in-" + file);
            assertThat(content().orElseThrow().file("deploy.yaml")).isPresent();
        }
        assertThat(served().catalog().findings()).isEmpty();
    }

    @Test
    void theyHoldUpNothing() throws Exception {
        CountDownLatch answer = remotes.hold(URL);
        remotes.put(URL, "c1", sample("devfile.yaml", "first"));

        Optional<Duration> again = registry.refresh();

        assertThat(again).hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofMinutes(1)));
        assertThat(served().entry("hello")).isPresent();
        assertThat(served().samples().isPending("hello", "")).isTrue();
        answer.countDown();
        awaitDevfile("first");
        RegistryState after = served();
        registry.publishing.run();
        assertThat(served()).isSameAs(after);
    }

    @Test
    void oneThatCannotBeFetchedKeepsItsEntryAndSaysWhy() {
        remotes.fail(URL, RemoteException.Kind.FAILED);
        registry.refresh();

        await().untilAsserted(() -> {
            registry.publishing.run();
            assertThat(served().samples().failure("hello", "")).isPresent();
        });
        assertThat(served().entry("hello")).isPresent();
        assertThat(content()).isEmpty();
        assertThat(warning().message()).contains("hello").contains("the test wants it so");
        assertThat(warning().place().source()).isEqualTo("a");
    }

    @Test
    void oneWithoutADevfileThatCanBeServedSaysWhy() throws IOException {
        Path tree = sample("devfile.yaml", "first");
        Files.writeString(tree.resolve("devfile.yaml"), "schemaVersion: 2.2.0\ncomponents: 7\n");
        remotes.put(URL, "c1", tree);
        registry.refresh();

        await().untilAsserted(() -> {
            registry.publishing.run();
            assertThat(served().samples().failure("hello", "")).isPresent();
        });
        assertThat(warning().message()).contains("devfile.yaml /components: ");
    }

    @Test
    void theyStayWhileTheRemoteFailsAndOverARestart() throws IOException {
        remotes.put(URL, "c1", sample("devfile.yaml", "first"));
        registry.refresh();
        awaitDevfile("first");
        remotes.fail(URL, RemoteException.Kind.TIMED_OUT);
        registry.clock.advance(Duration.ofHours(2));
        registry.refresh();
        await().untilAsserted(() -> {
            registry.publishing.run();
            assertThat(warning().message()).contains("The previous devfile is still served");
        });
        assertThat(devfile()).contains("first");
        stop();
        registry.clock.advance(Duration.ofHours(2));

        start();
        registry.refresh();

        awaitDevfile("first");
    }

    @Test
    void oneThatTheSourceCarriesIsNotFetched() {
        registry.a.file("samples/hello/devfile.yaml", "schemaVersion: 2.2.0\nmetadata: {name: hello}\n");

        assertThat(registry.refresh()).isEmpty();

        assertThat(content()).isPresent();
        assertThat(remotes.asked()).isEmpty();
    }

    @Test
    void contentOfOldCommitsIsRemoved() throws IOException {
        remotes.put(URL, "c1", sample("devfile.yaml", "first"));
        registry.refresh();
        awaitDevfile("first");
        for (int i = 0; i < 4; i++) {
            remotes.put(URL, "more " + i, sample("devfile.yaml", "later" + i));
            registry.clock.advance(Duration.ofHours(2));
            registry.publishing.run();
            awaitDevfile("later" + i);
        }
        // two states of a devfile, another file and the archive of that file
        assertThat(registry.storedFiles()).isLessThanOrEqualTo(6);
    }
}
