package io.devfile.registry.source.archive;

import static io.devfile.registry.source.archive.ArchiveFixture.read;
import static io.devfile.registry.source.archive.Archives.add;
import static io.devfile.registry.source.archive.Archives.gzip;
import static io.devfile.registry.source.archive.Archives.link;
import static io.devfile.registry.source.archive.Archives.tar;
import static io.devfile.registry.source.archive.Archives.zip;
import static io.devfile.registry.source.archive.Archives.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveSourceTest {

    private static final Map<String, String> STACK =
            Map.of("stacks/go/devfile.yaml", "a: 1\n", "stacks/go/docker/Dockerfile", "FROM scratch\n");

    @TempDir
    private Path scratch;

    private ArchiveFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new ArchiveFixture(scratch);
    }

    static Stream<byte[]> everyFormat() throws IOException {
        byte[] tar = tar(STACK);
        return Stream.of(zip(STACK), tar, gzip(tar), zstd(tar));
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void everyFormatIsTakenForWhatItIs(byte[] archive) throws Exception {
        try (StackSource source = fixture.source(archive);
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, "stacks/go/devfile.yaml")).isEqualTo("a: 1\n");
            assertThat(read(snapshot, "stacks/go/docker/Dockerfile")).isEqualTo("FROM scratch\n");
            assertThat(snapshot.revision()).isEqualTo("sha256:" + ArchiveFile.digest(scratch.resolve("archive")));
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(Archives.TIME);
            assertThat(snapshot.lastModified(Path.of("stacks/go/docker"))).contains(Archives.TIME);
        }
    }

    @Test
    void theSingleTopDirectoryOfAForgeIsStripped() throws Exception {
        byte[] archive = tar(tar -> {
            tar.putArchiveEntry(new TarArchiveEntry("registry-main/"));
            tar.closeArchiveEntry();
            add(tar, "registry-main/stacks/go/devfile.yaml", "a: 1\n");
            link(tar, TarConstants.LF_SYMLINK, "registry-main/stacks/other", "go");
        });
        try (StackSource source = fixture.source(gzip(archive));
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, "stacks/other/devfile.yaml")).isEqualTo("a: 1\n");
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(Archives.TIME);
        }
    }

    @Test
    void itIsNotStrippedWhereThatIsTurnedOff() throws Exception {
        try (StackSource source = fixture.source(tar(Map.of("top/a", "x")), "strip", "false");
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, "top/a")).isEqualTo("x");
        }
    }

    @Test
    void aTreeNeedNotBeARegistryRepository() throws Exception {
        try (StackSource source =
                        fixture.source(zip(Map.of("pom.xml", "<project/>", "src/Main.java", "class Main {}")));
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, "src/Main.java")).isEqualTo("class Main {}");
        }
    }

    @Test
    void aDirectoryBelowTheTopIsDelivered() throws Exception {
        byte[] archive = zip(Map.of("repo-1/registry/stacks/go/devfile.yaml", "a: 1\n", "repo-1/README.md", "x"));
        try (StackSource source = fixture.source(archive, "subdir", "registry");
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, "stacks/go/devfile.yaml")).isEqualTo("a: 1\n");
            assertThat(snapshot.root().resolve("README.md")).doesNotExist();
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(Archives.TIME);
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsAnError() throws Exception {
        fixture.assertRefused(zip(STACK), "subdir", "nowhere").withMessageContaining("no directory 'nowhere'");
    }

    @Test
    void executablesAndLinksAreKept() throws Exception {
        byte[] archive = zip(zip -> {
            ZipArchiveEntry script = new ZipArchiveEntry("mvnw");
            script.setUnixMode(UnixStat.FILE_FLAG | 0755);
            add(zip, script, "#!/bin/sh\n");
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            add(zip, link, "mvnw");
        });
        try (StackSource source = fixture.source(archive);
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.root().resolve("mvnw")).isExecutable();
            assertThat(Files.readSymbolicLink(snapshot.root().resolve("link"))).hasToString("mvnw");
        }
    }

    @Test
    void longAndInternationalNamesAreKept() throws Exception {
        String name = "stacks/grüße/" + "long/".repeat(30) + "名前.yaml";
        for (byte[] archive : new byte[][] {zip(Map.of(name, "x")), tar(Map.of(name, "x"))}) {
            try (StackSource source = fixture.source(archive);
                    Snapshot snapshot = source.fetch()) {
                assertThat(read(snapshot, name)).isEqualTo("x");
            }
        }
    }

    @Test
    void timesThatMeanNothingGiveWayToThatOfTheArchive() throws Exception {
        byte[] archive = tar(tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("stacks/go/devfile.yaml");
            entry.setModTime(FileTime.fromMillis(0));
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });
        Instant packed = Instant.parse("2026-05-06T07:08:09Z");
        try (StackSource source = fixture.source(archive)) {
            Files.setLastModifiedTime(scratch.resolve("archive"), FileTime.from(packed));
            try (Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(packed);
            }
        }
    }

    @Test
    void theDigestMustBeTheOneThatIsSet() throws Exception {
        String digest = ArchiveFile.digest(Files.write(scratch.resolve("x"), tar(STACK)));
        try (StackSource source = fixture.source(tar(STACK), "sha256", "sha256:" + digest.toUpperCase(Locale.ROOT));
                Snapshot snapshot = source.fetch()) {
            Files.write(scratch.resolve("archive"), zip(STACK));
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::fetch)
                    .withMessageContaining(digest);
            assertThat(read(snapshot, "stacks/go/devfile.yaml")).isEqualTo("a: 1\n");
        }
    }

    @Test
    void anUnchangedArchiveIsUnpackedOnce() throws Exception {
        try (StackSource source = fixture.source(zip(STACK))) {
            Path root;
            try (Snapshot first = source.fetch()) {
                root = first.root();
            }
            try (Snapshot second = source.fetch()) {
                assertThat(second.root()).isEqualTo(root);
            }
        }
    }

    @Test
    void aBadArchiveDoesNotTakeTheOldTreeAway() throws Exception {
        try (StackSource source = fixture.source(zip(STACK))) {
            source.fetch().close();
            byte[] whole = zip(STACK);
            Files.write(scratch.resolve("archive"), Arrays.copyOf(whole, whole.length - 10));
            assertThatExceptionOfType(SourceException.class).isThrownBy(source::fetch);
            Files.write(scratch.resolve("archive"), whole);
            try (Snapshot snapshot = source.fetch()) {
                assertThat(read(snapshot, "stacks/go/devfile.yaml")).isEqualTo("a: 1\n");
            }
        }
    }

    @Test
    void aDirectoryIsNoArchive() throws Exception {
        try (StackSource source = fixture.source(Map.of("path", scratch.toString()))) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::fetch)
                    .withMessageContaining("not a file");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/a.zip",
                "file:///etc/passwd",
                "https:///a.zip",
                "a.zip",
                "https://user:sesame@example.com/a.zip",
                "https://exa mple.com/?sesame"
            })
    void otherAddressesAreRejectedWithoutBeingShown(String url) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> fixture.source(Map.of("url", url)))
                .withMessageContaining("registry.source.test.url")
                .withMessageNotContaining("sesame");
    }

    static Stream<Map<String, String>> contradictions() {
        return Stream.of(
                Map.of("path", "/a.zip", "url", "https://example.com/a.zip"),
                Map.of("url", "https://example.com/a.zip", "username", "me"),
                Map.of("url", "https://example.com/a.zip", "password", "sesame"),
                Map.of("url", "https://example.com/a.zip", "token", "t", "username", "me", "password", "sesame"),
                Map.of("path", "/a.zip", "sha256", "123"),
                Map.of("path", "/a.zip", "subdir", "../up"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void settingsThatContradictAreRejected(Map<String, String> settings) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> fixture.source(settings))
                .withMessageNotContaining("sesame");
    }
}
