package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

    private RepositoryFixture repository;

    @TempDir
    private Path temporary;

    @BeforeEach
    void open() {
        repository = new RepositoryFixture(temporary).stack("go");
    }

    @Test
    void filesWithALayerOfTheirOwnAreNotPackedAndTheRestIs() {
        repository
                .file("stacks/go/logo.svg", "svg")
                .file("stacks/go/logo.png", "png")
                .file("stacks/go/a.vsx", "vsx")
                .file("stacks/go/starter.zip", "zip")
                .file("stacks/go/Dockerfile", "FROM x")
                .file("stacks/go/kubernetes/deploy.yaml", "kind: x")
                .file("stacks/go/kubernetes/logo.svg", "not the logo")
                .file("stacks/go/OWNERS", "o")
                .file("stacks/go/meta.yaml", "m")
                .file("stacks/go/kubernetes/OWNERS", "o")
                .file("stacks/go/kubernetes/meta.yaml", "m");

        VersionContent content = repository.content("go", "1.0.0");
        assertThat(repository.entry("go").entry().versions().get(0).resources())
                .containsExactly("a.vsx", "archive.tar", "devfile.yaml", "logo.png", "logo.svg", "starter.zip");
        assertThat(content.resources().keySet())
                .containsExactly("a.vsx", "archive.tar", "devfile.yaml", "logo.png", "logo.svg", "starter.zip");
        assertThat(unpacked(content).names())
                .containsExactly("Dockerfile", "kubernetes/", "kubernetes/deploy.yaml", "kubernetes/logo.svg");
        assertThat(unpacked(content).text("Dockerfile")).isEqualTo("FROM x");
        assertThat(content.files().keySet())
                .contains("Dockerfile", "kubernetes/deploy.yaml", "logo.svg", "starter.zip", "devfile.yaml")
                .doesNotContain("OWNERS", "meta.yaml", "kubernetes/OWNERS", "archive.tar");
        assertThat(repository.text(content.file("kubernetes/deploy.yaml").orElseThrow()))
                .isEqualTo("kind: x");
        assertThat(content.file("archive.tar")).isPresent();
    }

    @Test
    void theBeginningOfAReadmeIsKeptForSearches() {
        repository.file("stacks/go/README.md", "# Go\n\nBuilds   services.\n" + "x".repeat(10_000));

        assertThat(repository.content("go", "1.0.0").readme())
                .startsWith("# Go Builds services. x")
                .hasSizeLessThanOrEqualTo(1000);
        assertThat(repository.stack("java").content("java", "1.0.0").readme()).isEmpty();
    }

    @Test
    void aStackWithNothingToPackHasNoArchive() {
        assertThat(repository.content("go", "1.0.0").resources()).containsOnlyKeys("devfile.yaml");
    }

    @Test
    void eachVersionHasItsOwnFiles() {
        repository
                .versions("java", "1.0.0", "2.0.0")
                .file("stacks/java/1.0.0/one.txt", "1")
                .file("stacks/java/logo.svg", "of no version");

        assertThat(unpacked(repository.content("java", "1.0.0")).names()).containsExactly("one.txt");
        assertThat(repository.content("java", "2.0.0").resources()).containsOnlyKeys("devfile.yaml");
    }

    @Test
    void theArchiveIsOwnedByNobodyAndDated1970() throws IOException {
        repository.file("stacks/go/dir/run.sh", "#!/bin/sh").file("stacks/go/plain", "");
        Files.setPosixFilePermissions(
                repository.path("stacks/go/dir/run.sh"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(repository.path("stacks/go/plain"), PosixFilePermissions.fromString("rw-rw-rw-"));

        List<TarArchiveEntry> entries =
                unpacked(repository.content("go", "1.0.0")).entries();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getLongGroupId()).isZero();
            assertThat(entry.getUserName()).isEmpty();
            assertThat(entry.getGroupName()).isEmpty();
            assertThat(entry.getLastModifiedTime()).isEqualTo(FileTime.fromMillis(0));
        });
        assertThat(entries).extracting(TarArchiveEntry::getName).containsExactly("dir/", "dir/run.sh", "plain");
        assertThat(entries).extracting(entry -> entry.getMode() & 0777).containsExactly(0755, 0755, 0644);
    }

    @Test
    void onlyTheOwnersModeTellsWhetherAFileMayBeExecuted() throws IOException {
        repository.file("stacks/go/run.sh", "x");
        Files.setPosixFilePermissions(
                repository.path("stacks/go/run.sh"), PosixFilePermissions.fromString("rw-r-xr-x"));

        assertThat(unpacked(repository.content("go", "1.0.0")).entries())
                .extracting(entry -> entry.getMode() & 0777)
                .containsExactly(0644);
    }

    @Test
    void theSameContentGivesTheSameDigestWhateverTheTimesAndTheOrderOfCreation() throws IOException {
        repository
                .file("stacks/go/b/z", "1")
                .file("stacks/go/b.txt", "2")
                .file("stacks/go/b/a", "3")
                .file("stacks/go/a", "4");
        RepositoryFixture other = new RepositoryFixture(Files.createDirectory(temporary.resolve("other")))
                .file("stacks/go/a", "4")
                .file("stacks/go/b/a", "3")
                .file("stacks/go/b.txt", "2")
                .file("stacks/go/b/z", "1")
                .stack("go");
        Files.setLastModifiedTime(other.path("stacks/go/b/a"), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));

        StoredFile archive = archive(repository.content("go", "1.0.0"));
        assertThat(archive(repository.content("go", "1.0.0"))).isEqualTo(archive);
        assertThat(archive(other.content("go", "1.0.0"))).isEqualTo(archive);
        assertThat(archive.digest().toString())
                .as("the digest on every machine, as long as the format stays")
                .isEqualTo("sha256:41bdaf18d09851aac1e4fd277d087cf7bfefbec152da38ae57cd96f5a887282b");
    }

    @Test
    void longAndForeignNamesSurvive() {
        String deep = "d".repeat(120) + "/" + "e".repeat(120) + "/" + "f".repeat(200);
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the platform cannot name the files");
        repository.file("stacks/go/" + deep, "long").file("stacks/go/größe/日本語-🙂.txt", "foreign");

        Unpacked archive = unpacked(repository.content("go", "1.0.0"));
        assertThat(archive.text(deep)).isEqualTo("long");
        assertThat(archive.text("größe/日本語-🙂.txt")).isEqualTo("foreign");
    }

    @Test
    void theToolsOfUsersCanReadTheArchive() throws Exception {
        String deep = "d".repeat(150) + "/" + "f".repeat(150);
        repository.file("stacks/go/" + deep, "x".repeat(200_000)).file("stacks/go/plain", "y");
        Path archive = temporary.resolve("archive.tar");
        Files.write(archive, repository.bytes(archive(repository.content("go", "1.0.0"))));

        assertThat(output("gzip", "-tv", archive.toString())).contains("OK");
        assertThat(output("tar", "tzf", archive.toString()).lines())
                .containsExactly("d".repeat(150) + "/", deep, "plain");
    }

    @Test
    void anArchiveThatIsThereIsTakenAsItIs() {
        byte[] bytes = {1, 2, 3};
        repository.file("stacks/go/archive.tar", bytes);

        VersionContent content = repository.content("go", "1.0.0");
        assertThat(repository.bytes(archive(content))).isEqualTo(bytes);
        assertThat(content.resources()).containsOnlyKeys("archive.tar", "devfile.yaml");
        assertThat(repository.read().findings()).isEmpty();
    }

    @Test
    void filesBesideAnArchiveThatIsThereAreAWarning() {
        repository
                .file("stacks/go/archive.tar", "packed")
                .file("stacks/go/logo.svg", "own")
                .file("stacks/go/Dockerfile", "x")
                .file("stacks/go/dir/file", "y");

        SourceCatalog catalog = repository.read();
        assertThat(RepositoryFixture.errors(catalog)).isEmpty();
        assertThat(RepositoryFixture.warnings(catalog)).singleElement().satisfies(finding -> {
            assertThat(finding.place().file()).isEqualTo("stacks/go/archive.tar");
            assertThat(finding.message())
                    .contains("'Dockerfile', 'dir/file'", "not in the artifact", "Remove archive.tar")
                    .doesNotContain("logo.svg");
        });
        assertThat(repository.text(archive(repository.content("go", "1.0.0")))).isEqualTo("packed");
        assertThat(repository.content("go", "1.0.0").file("Dockerfile")).isPresent();
    }

    @Test
    void aLinkInsideOfTheVersionCountsAsWhatItLeadsTo() {
        repository
                .file("stacks/go/dir/file", "content")
                .link("stacks/go/copy", "dir/file")
                .link("stacks/go/also", "dir");

        assertThat(repository.read().findings()).isEmpty();
        Unpacked archive = unpacked(repository.content("go", "1.0.0"));
        assertThat(archive.names()).containsExactly("also/", "also/file", "copy", "dir/", "dir/file");
        assertThat(archive.text("copy")).isEqualTo("content");
        assertThat(archive.entries()).noneMatch(TarArchiveEntry::isSymbolicLink);
    }

    private Unpacked unpacked(VersionContent content) {
        return Unpacked.of(repository.bytes(archive(content)));
    }

    private static StoredFile archive(VersionContent content) {
        return content.file("archive.tar").orElseThrow();
    }

    private String output(String... command) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/" + command[0]))
                || Files.isExecutable(Path.of("/bin/" + command[0])));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
