package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.content.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineStartersTest {

    private static final String GIT = "    git: {remotes: {origin: https://example.org/p.git}}\n";

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.zip", "p-offline.zip"})
    void aZipNamedAfterTheProjectIsGivenAsItIs(String name) {
        byte[] zip = zip("pom.xml", "src/Main.java");
        project(GIT).file("stacks/go/" + name, zip);

        assertThat(repository.bytes(offline())).isEqualTo(zip);
        assertThat(repository.read().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.zip", "./start.zip", "dir/start.zip"})
    void aZipThatTheDevfileNamesIsGivenAsItIs(String location) {
        byte[] zip = zip("pom.xml");
        project("    zip: {location: " + location + "}\n").file("stacks/go/" + location, zip);

        assertThat(repository.bytes(offline())).isEqualTo(zip);
    }

    @Test
    void aProjectWithoutAZipHasNone() {
        project(GIT);

        assertThat(starter().offline()).isNull();
        assertThat(repository.read().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub/dir", "sub/dir/", "./sub/dir", "/sub/dir"})
    void ofASubDirOnlyThatIsGiven(String subDir) {
        project("    subDir: " + subDir + "\n" + GIT)
                .file(
                        "stacks/go/p.zip",
                        zip("sub/", "sub/dir/", "sub/dir/a.txt", "sub/dir/b/c.txt", "sub/other", "sub/dirt"));

        assertThat(unzip(offline()))
                .containsExactly(Map.entry("a.txt", "sub/dir/a.txt"), Map.entry("b/c.txt", "sub/dir/b/c.txt"));
        assertThat(repository.read().findings()).isEmpty();
        assertThat(offline()).isEqualTo(offline());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "./", "/"})
    void theTopIsAllOfIt(String subDir) {
        byte[] zip = zip("pom.xml");
        project("    subDir: " + subDir + "\n" + GIT).file("stacks/go/p.zip", zip);

        assertThat(repository.bytes(offline())).isEqualTo(zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "../sub", "su", "sub/a.txt"})
    void badInputASubDirThatIsNotThere(String subDir) {
        project("    subDir: " + subDir + "\n" + GIT).file("stacks/go/p.zip", zip("sub/a.txt"));

        assertThat(refused().message()).contains("there is no directory '" + subDir + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.zip", "../other/none.zip", "/etc/passwd"})
    void badInputAZipThatIsNotThere(String location) {
        project("    zip: {location: " + location + "}\n");

        assertThat(refused().message()).contains("There is no file '" + location + "'", "Add the zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/evil",
                "C:/evil",
                "c:evil",
                "..",
                "a/..",
                "a\\..\\evil",
                "..\\evil"
            })
    void badInputAnEntryThatLeavesTheZip(String name) {
        project(GIT).file("stacks/go/p.zip", zip("fine", name));

        assertThat(refused().message()).contains("has a path outside of the zip");
    }

    @Test
    void badInputAnEntryThatLeavesTheZipOutsideOfTheSubDir() {
        project("    subDir: sub\n" + GIT).file("stacks/go/p.zip", zip("sub/fine", "../evil"));

        assertThat(refused().message()).contains("has a path outside of the zip");
    }

    @Test
    void aSymbolicLinkThatStaysInTheZipIsGiven() {
        byte[] zip = zip(link("sub/link"), new ZipArchiveEntry("sub/dir/x"));
        project(GIT).file("stacks/go/p.zip", zip);

        assertThat(repository.bytes(offline())).isEqualTo(zip);
    }

    @Test
    void badInputASymbolicLinkThatLeavesTheZip() {
        project(GIT).file("stacks/go/p.zip", zip(link("../link")));

        assertThat(refused().message()).contains("has a path outside of the zip");
    }

    @Test
    void badInputAnEntryThatIsWrittenThroughALink() {
        project(GIT).file("stacks/go/p.zip", zip(link("sub/link"), new ZipArchiveEntry("sub/link/x")));

        assertThat(refused().message()).contains("'sub/link/x' is written through a symbolic link");
    }

    /** A link to the file of the same name in its directory. */
    private static ZipArchiveEntry link(String name) {
        ZipArchiveEntry link = new ZipArchiveEntry(name);
        link.setUnixMode(0120777);
        return link;
    }

    @Test
    void badInputAnEncryptedZip() {
        byte[] zip = zip("secret");
        // bit 0 of the flags, in the local header and in the central directory
        zip[6] |= 1;
        zip[indexOf(zip, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
        project(GIT).file("stacks/go/p.zip", zip);

        assertThat(refused().message()).contains("encrypted");
    }

    @Test
    void badInputATruncatedZip() {
        byte[] zip = zip("a", "b");
        project(GIT).file("stacks/go/p.zip", Arrays.copyOf(zip, zip.length - 30));

        assertThat(refused().message()).contains("not a zip, or it is incomplete", "Pack it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "this is not a zip"})
    void badInputAZipThatIsNone(String content) {
        project(GIT).file("stacks/go/p.zip", content);

        assertThat(refused().message()).contains("not a zip");
    }

    @Test
    void badInputMutatedZipsNeverThrow() {
        project("    subDir: sub\n" + GIT);
        byte[] zip = zip("sub/a.txt", "sub/b.txt", "c.txt");
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] mutated = zip.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            repository.file("stacks/go/p.zip", mutated);
            assertThat(RepositoryFixture.names(repository.read())).containsExactly("go");
        }
    }

    private Finding refused() {
        assertThat(starter().offline()).isNull();
        assertThat(RepositoryFixture.errors(repository.read())).isEmpty();
        Finding finding = RepositoryFixture.warnings(repository.read()).get(0);
        assertThat(RepositoryFixture.warnings(repository.read())).hasSize(1);
        assertThat(finding.place().file()).isEqualTo("stacks/go/devfile.yaml");
        assertThat(finding.place().pointer()).isEqualTo("/starterProjects/0");
        assertThat(finding.message()).startsWith("Starter project 'p' cannot be downloaded from this registry.");
        return finding;
    }

    private RepositoryFixture project(String fields) {
        return repository.devfile(
                "stacks/go", DevfileText.of("go", "1.0.0").body("starterProjects:\n  - name: p\n" + fields));
    }

    private StarterProject starter() {
        return repository.content("go", "1.0.0").starterProject("p").orElseThrow();
    }

    private StoredFile offline() {
        return Objects.requireNonNull(starter().offline());
    }

    private Map<String, String> unzip(StoredFile file) {
        Map<String, String> found = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(repository.bytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Files whose content is their name. */
    private static byte[] zip(String... names) {
        return zip(Arrays.stream(names).map(ZipArchiveEntry::new).toArray(ZipArchiveEntry[]::new));
    }

    private static byte[] zip(ZipArchiveEntry... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (ZipArchiveEntry entry : entries) {
                zip.putArchiveEntry(entry);
                if (!entry.isDirectory()) {
                    zip.write(entry.getName().getBytes(StandardCharsets.UTF_8));
                }
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError();
    }
}
