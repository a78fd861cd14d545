package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.finding.Finding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad input is a finding about its stack; the stack {@code good} is served in every case. */
class HostileRepositoryTest {

    private static final String SECRET = "not for clients";

    private RepositoryFixture repository;
    private Path outside;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        repository = new RepositoryFixture(temporary).stack("good");
        outside = Files.createDirectories(temporary.toRealPath().resolve("outside"));
        Files.writeString(outside.resolve("secret"), SECRET);
        Files.writeString(
                outside.resolve("devfile.yaml"),
                DevfileText.of("leaked", "1.0.0").toString());
    }

    @AfterEach
    void makeReadable() throws IOException {
        if (Files.exists(repository.path("stacks/bad/closed"))) {
            Files.setPosixFilePermissions(
                    repository.path("stacks/bad/closed"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void badInputAYamlBomb() {
        StringBuilder bomb = new StringBuilder("schemaVersion: 2.3.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
        }
        repository.file("stacks/bad/devfile.yaml", bomb.toString());

        assertThat(onlyError().place().file()).isEqualTo("stacks/bad/devfile.yaml");
    }

    @Test
    void badInputADevfileOfOneHundredMegabytes() throws IOException {
        repository.directory("stacks/bad");
        sparse("stacks/bad/devfile.yaml", 100L * 1024 * 1024);

        Finding finding = assertTimeoutPreemptively(Duration.ofSeconds(5), this::onlyError);
        assertThat(finding.place().file()).isEqualTo("stacks/bad/devfile.yaml");
        assertThat(finding.message()).contains("larger than 1048576 bytes", "Make it smaller");
    }

    @Test
    void badInputAResourceBeyondTheLimit() throws IOException {
        repository.stack("bad");
        sparse("stacks/bad/huge.bin", 300L * 1024 * 1024);

        assertThat(onlyError().place().file()).isEqualTo("stacks/bad/huge.bin");
        try (var kept = Files.list(outside.resolveSibling("content"))) {
            assertThat(kept).noneMatch(file -> file.getFileName().toString().startsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stacks/bad/copy, ../../../outside/secret",
        "stacks/bad/copy, ../../../outside",
        "stacks/bad/copy, /etc/passwd",
        "stacks/bad/dir/copy, ../../good/devfile.yaml",
        "stacks/bad/dangling, nowhere",
        "stacks/bad/itself, itself",
        "stacks/bad/archive.tar, ../../../outside/secret"
    })
    void badInputALinkOutOfTheVersion(String link, String target) {
        repository.stack("bad").link(link, target);

        Finding finding = onlyError();
        assertThat(finding.place().file()).isEqualTo(link);
        assertThat(finding.message()).containsAnyOf("Put the file itself", "Put it back");
        assertThat(finding.message()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../outside/devfile.yaml", "../good/devfile.yaml", "devfile.yaml", "nowhere"})
    void badInputADevfileThatIsALinkOutOfTheVersion(String target) {
        repository.link("stacks/bad/devfile.yaml", target);

        assertThat(onlyError().place().file()).isEqualTo("stacks/bad/devfile.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../outside", "../good", "1.0.0"})
    void badInputAVersionDirectoryThatIsALinkOutOfTheStack(String target) throws IOException {
        repository.versions("bad", "2.0.0");
        repository.file("stacks/bad/stack.yaml", repository.written("stacks/bad/stack.yaml") + "  - version: 1.0.0\n");
        repository.link("stacks/bad/1.0.0", target);

        SourceCatalog catalog = read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("bad", "good");
        assertThat(RepositoryFixture.errors(catalog))
                .singleElement()
                .returns("stacks/bad/1.0.0", finding -> finding.place().file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside", "good", "nowhere", "bad"})
    void badInputAStackDirectoryThatIsALink(String target) {
        repository.link("stacks/bad", target);

        assertThat(onlyError().place().file()).isEqualTo("stacks/bad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack.yaml", "OWNERS.md"})
    void badInputALinkedStackYaml(String name) {
        repository.stack("bad").link("stacks/bad/" + name, "../../../outside/secret");

        assertThat(onlyError().place().file()).isEqualTo("stacks/bad/" + name);
    }

    @Test
    void badInputStacksThatIsALinkOutOfTheRepository(@TempDir Path other) throws IOException {
        Files.createDirectories(outside.resolve("leaked"));
        Files.copy(outside.resolve("devfile.yaml"), outside.resolve("leaked/devfile.yaml"));
        repository = new RepositoryFixture(other).link("stacks", outside.toString());

        SourceCatalog catalog = repository.read();
        assertThat(catalog.entries()).isEmpty();
        assertThat(catalog.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place().file()).isEqualTo("stacks");
            assertThat(finding.message()).contains("leaves the repository");
        });
    }

    @Test
    void badInputSamplesThatIsALinkOutOfTheRepository() throws IOException {
        Files.createDirectories(outside.resolve("leaked"));
        Files.copy(outside.resolve("devfile.yaml"), outside.resolve("leaked/devfile.yaml"));
        repository.link("samples", outside.toString()).file("extraDevfileEntries.yaml", """
                samples:
                  - {name: leaked, provider: p, supportUrl: s, architectures: [amd64], git: {remotes: {origin: x}}}
                """);

        assertThat(onlyError().place().file()).isEqualTo("samples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last_modified.json", "extraDevfileEntries.yaml"})
    void badInputAListThatIsALinkOutOfTheRepository(String name) {
        repository.link(name, "../outside/secret");

        assertThat(onlyError().place().file()).isEqualTo(name);
    }

    @Test
    void badInputLinksThatLeadInCircles() {
        repository.stack("bad").link("stacks/bad/dir/a", "..").link("stacks/bad/dir/b", "..");

        assertThat(onlyError().message()).contains("links that form a loop");
    }

    @Test
    void badInputLinksThatMakeMillionsOfAFewDirectories() {
        repository.stack("bad");
        for (int i = 0; i < 30; i++) {
            repository
                    .link("stacks/bad/d" + i + "/a", "../d" + (i + 1))
                    .link("stacks/bad/d" + i + "/b", "../d" + (i + 1));
        }
        repository.directory("stacks/bad/d30");

        assertThat(onlyError().message()).contains("more than 5000 files and directories");
    }

    @Test
    void badInputDirectoriesBeyondTheDepthLimit() {
        repository.stack("bad").file("stacks/bad/" + "d/".repeat(33) + "f", "x");
        assertThat(onlyError().message()).contains("more than 32 nested directories");
    }

    @Test
    void thirtyTwoDirectoriesAreNotTooMany() {
        repository.stack("deep").file("stacks/deep/" + "d/".repeat(32) + "f", "x");

        assertThat(repository.read().findings()).isEmpty();
    }

    @Test
    void badInputTooManyFiles() {
        repository.stack("bad");
        for (int i = 0; i < Limits.FILES_PER_VERSION; i++) {
            repository.file("stacks/bad/f" + i, "");
        }

        assertThat(onlyError().message()).contains("more than 5000 files");
    }

    @Test
    void badInputAStackDirectoryWithoutADevfile() {
        repository.file("stacks/bad/logo.svg", "x");

        Finding finding = onlyError();
        assertThat(finding.place().file()).isEqualTo("stacks/bad");
        assertThat(finding.message()).contains("neither devfile.yaml nor .devfile.yaml", "Add");
    }

    @Test
    void badInputBothDevfiles() {
        repository.stack("bad").file("stacks/bad/.devfile.yaml", "x");

        assertThat(onlyError().message()).contains("both devfile.yaml and .devfile.yaml", "Remove one");
    }

    @Test
    void badInputTwoVersionsOfOneNumber() {
        repository.versions("bad", "1.0.0", "2.0.0").devfile("stacks/bad/2.0.0", DevfileText.of("bad", "1.0.0"));

        SourceCatalog catalog = read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("bad", "good");
        assertThat(RepositoryFixture.errors(catalog)).singleElement().satisfies(finding -> {
            assertThat(finding.place().file()).isEqualTo("stacks/bad/2.0.0/devfile.yaml");
            assertThat(finding.place().pointer()).isEqualTo("/metadata/version");
            assertThat(finding.message()).contains("already a version 1.0.0", "another number");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "..bad", "bad\u0001", "Bad", "-bad", "b d", "bad\nstack"})
    void badInputAStackDirectoryWithABadName(String name) {
        repository.devfile("stacks/" + name, DevfileText.of("bad", "1.0.0"));

        Finding finding = onlyError();
        assertThat(finding.message()).contains("cannot be named", "Use lower-case letters");
        assertThat(finding.toString()).doesNotContain("\u0001", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "a/b", "a..b", "..", ".", "a\\u0001b", "a\\nb", "-a", "${a}", "a%2fb"})
    void badInputABadNameOrVersionInYaml(String value) {
        String text = "\"" + value + "\"";
        repository
                .devfile("stacks/one", DevfileText.of("one", "1.0.0").with("name", text))
                .devfile("stacks/two", DevfileText.of("two", text))
                .versions("three", "1.0.0")
                .versions("four", "1.0.0")
                .file(
                        "extraDevfileEntries.yaml",
                        "samples:\n  - {name: " + text
                                + ", git: {remotes: {origin: x}}}\n  - {name: v, versions: [{version: " + text
                                + ", default: true, schemaVersion: 2.3.0, git: {remotes: {origin: x}}}]}\n");
        repository.file(
                "stacks/three/stack.yaml",
                repository.written("stacks/three/stack.yaml").replace("name: three", "name: " + text));
        repository.file(
                "stacks/four/stack.yaml",
                repository.written("stacks/four/stack.yaml").replace("version: 1.0.0", "version: " + text));

        SourceCatalog catalog = read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("good");
        assertThat(RepositoryFixture.errors(catalog))
                .extracting(finding -> finding.place().file())
                .contains(
                        "stacks/one/devfile.yaml",
                        "stacks/two/devfile.yaml",
                        "stacks/three/stack.yaml",
                        "stacks/four/stack.yaml",
                        "extraDevfileEntries.yaml");
        assertThat(RepositoryFixture.errors(catalog))
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("\u0001", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0001b", "a\nb", "a\\b", "a\u007f"})
    void badInputAFileWithABadName(String name) {
        repository.stack("bad").file("stacks/bad/" + name, "x");

        Finding finding = onlyError();
        assertThat(finding.message()).contains("Rename the file");
        assertThat(finding.toString()).doesNotContain("\u0001", "\n", "\u007f");
    }

    @Test
    void badInputFilesThatVanishWhileTheyAreRead() throws InterruptedException {
        repository.versions("bad", "1.0.0");
        AtomicBoolean done = new AtomicBoolean();
        Thread remover = new Thread(() -> {
            while (!done.get()) {
                repository.devfile("stacks/bad/1.0.0", DevfileText.of("bad", "1.0.0"));
                for (int i = 0; i < 20; i++) {
                    repository.file("stacks/bad/1.0.0/f" + i, "x".repeat(i));
                }
                for (int i = 0; i < 20; i++) {
                    remove("stacks/bad/1.0.0/f" + i);
                }
                remove("stacks/bad/1.0.0/devfile.yaml");
            }
        });
        remover.start();
        try {
            for (int i = 0; i < 100; i++) {
                assertThat(RepositoryFixture.names(read())).contains("good");
            }
        } finally {
            done.set(true);
            remover.join();
        }
    }

    @Test
    void badInputADirectoryThatCannotBeListed() throws IOException {
        repository.stack("bad").file("stacks/bad/closed/file", "x");
        Path closed = repository.path("stacks/bad/closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "the superuser can read everything");

        assertThat(onlyError().message()).contains("cannot be listed", "Make it readable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stacks/bad/pipe", "stacks/bad/devfile.yaml", "stacks/bad/stack.yaml"})
    void badInputAPipe(String path) throws Exception {
        repository.stack("bad");
        remove(path);
        pipe(path);

        assertThat(onlyError().place().file()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last_modified.json", "extraDevfileEntries.yaml"})
    void badInputAPipeInsteadOfAList(String path) throws Exception {
        pipe(path);
        assertThat(onlyError().message()).contains("Put a file here");
    }

    @Test
    void badInputADirectoryInsteadOfADevfile() {
        repository.directory("stacks/bad/devfile.yaml").directory("last_modified.json");

        SourceCatalog catalog = read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("good");
        assertThat(RepositoryFixture.errors(catalog)).hasSize(2);
    }

    @Test
    void badInputAFileInsteadOfStacks(@TempDir Path other) {
        assertThat(new RepositoryFixture(other).file("stacks", "x").read().findings())
                .singleElement()
                .returns("stacks", finding -> finding.place().file());
    }

    private SourceCatalog read() {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), repository::read);
    }

    private Finding onlyError() {
        SourceCatalog catalog = read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("good");
        assertThat(RepositoryFixture.errors(catalog)).hasSize(1);
        return RepositoryFixture.errors(catalog).get(0);
    }

    private void sparse(String path, long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(repository.path(path).toFile(), "rw")) {
            file.setLength(size);
        }
    }

    private void remove(String path) {
        try {
            Files.deleteIfExists(repository.path(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void pipe(String path) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        Process process = new ProcessBuilder("mkfifo", repository.path(path).toString()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
