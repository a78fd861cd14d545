package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.GO;
import static io.devfile.registry.oci.layout.Layouts.TAG;
import static io.devfile.registry.oci.layout.Layouts.digest;
import static io.devfile.registry.oci.layout.Layouts.file;
import static io.devfile.registry.oci.layout.Layouts.files;
import static io.devfile.registry.oci.layout.Layouts.push;
import static io.devfile.registry.oci.layout.Layouts.temporaryFiles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files on the disk, and how they change. */
class LayoutOnDiskTest {

    @TempDir
    private Path directory;

    private Path root;
    private LayoutBackend backend;

    @BeforeEach
    void createBackend() {
        root = directory.resolve("oci");
        backend = new LayoutBackend(root);
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    @Test
    void creatingAndReadingTouchNoFile() throws Exception {
        assertThat(backend.tags(GO)).isEmpty();
        assertThat(backend.repositories()).isEmpty();
        backend.deleteTag(GO, TAG);

        assertThat(root).doesNotExist();
    }

    @Test
    void aRepositoryIsAnImageLayout() throws Exception {
        Manifest manifest = push(backend, GO, TAG, "schemaVersion: 2.2.2");

        assertThat(files(root.resolve("devfile-catalog/go")))
                .containsExactlyInAnyOrder(
                        "oci-layout",
                        "index.json",
                        "blobs/sha256/" + manifest.digest().hex(),
                        "blobs/sha256/" + digest("{}").hex(),
                        "blobs/sha256/" + digest("schemaVersion: 2.2.2").hex());
        assertThat(root.resolve("devfile-catalog/go/oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(root.resolve("devfile-catalog/go/index.json"))
                .hasContent("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                        + "\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\""
                        + manifest.digest() + "\",\"size\":" + manifest.size()
                        + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"2.6.0\"}}]}");
    }

    @Test
    void anotherBackendFindsWhatTheFirstOneLeft() throws Exception {
        Manifest manifest = push(backend, GO, TAG, "kept");
        backend.close();

        backend = new LayoutBackend(root);

        assertThat(backend.manifest(GO, TAG)).contains(manifest);
        assertThat(backend.repositories()).containsExactly(GO);
    }

    @Test
    void whatAnotherProcessChangesIsSeen() throws Exception {
        Manifest old = push(backend, GO, TAG, "old");
        LayoutBackend reader = new LayoutBackend(root);
        assertThat(reader.manifest(GO, TAG)).contains(old);

        Manifest now = push(backend, GO, TAG, "new");

        assertThat(reader.manifest(GO, TAG)).contains(now);
        reader.close();
    }

    @Test
    void aSecondWriterIsToldWhatToDo() throws Exception {
        backend.probe();
        try (LayoutBackend second = new LayoutBackend(root)) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(second::probe)
                    .withMessageContaining(root.toString())
                    .withMessageContaining("registry.oci.path");
            assertThatExceptionOfType(OciBackendException.class).isThrownBy(() -> push(second, GO, TAG, "a"));

            backend.close();
            push(second, GO, TAG, "a");
        }
    }

    @Test
    void leftoversAreSweptWhenWritingBegins() throws Exception {
        Manifest manifest = push(backend, GO, TAG, "a");
        backend.close();
        for (Path place : new Path[] {root, file(root, manifest.digest()).getParent(), root.resolve(GO.value())}) {
            Files.writeString(place.resolve(DurableFiles.TEMPORARY_PREFIX + "left"), "half");
        }

        backend = new LayoutBackend(root);
        backend.probe();

        assertThat(temporaryFiles(root)).isEmpty();
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
    }

    @Test
    void unusedBlobsGoWithAManifestWhenTheyAreOlderThanADay() throws Exception {
        Manifest old = push(backend, GO, TAG, "old");
        push(backend, GO, new Tag("kept"), "kept");
        age(digest("old"), digest("kept"), digest("{}"), old.digest());
        push(backend, GO, new Tag("young"), "young");
        Manifest young = backend.manifest(GO, new Tag("young")).orElseThrow();

        backend.deleteManifest(GO, young.digest());
        backend.deleteManifest(GO, old.digest());

        assertThat(file(root, digest("old"))).doesNotExist();
        assertThat(file(root, old.digest())).doesNotExist();
        assertThat(file(root, digest("kept"))).exists();
        assertThat(file(root, digest("{}"))).exists();
        assertThat(file(root, digest("young"))).exists();
    }

    @Test
    void aBlobThatIsPutAgainIsYoungAgain() throws Exception {
        Manifest old = push(backend, GO, TAG, "old");
        age(digest("old"), old.digest());

        backend.putBlob(GO, digest("old"), 3, () -> {
            throw new AssertionError("opened");
        });
        backend.deleteManifest(GO, old.digest());

        assertThat(file(root, digest("old"))).exists();
    }

    @Test
    void aDirectoryThatWasDeletedIsMadeAnew() throws Exception {
        Manifest manifest = push(backend, GO, TAG, "a");
        try (var walk = Files.walk(root)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
        assertThat(backend.tags(GO)).isEmpty();

        push(backend, GO, TAG, "a");

        assertThat(backend.manifest(GO, TAG)).contains(manifest);
    }

    @Test
    void aRootThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(root, "a file");

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(backend::probe)
                .withMessageContaining(root.toString());
    }

    @Test
    void aRootThatMayNotBeWrittenIsNamed() throws Exception {
        backend.probe();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(root), "This user may write everywhere");

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(backend::probe)
                .withMessageContaining(root.toString());
    }

    private void age(Digest... digests) throws Exception {
        for (Digest digest : digests) {
            Instant before = Instant.now().minus(Duration.ofHours(25));
            Files.setLastModifiedTime(file(root, digest), FileTime.from(before));
        }
    }
}
