package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.GO;
import static io.devfile.registry.oci.layout.Layouts.TAG;
import static io.devfile.registry.oci.layout.Layouts.digest;
import static io.devfile.registry.oci.layout.Layouts.file;
import static io.devfile.registry.oci.layout.Layouts.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corruption on the disk is detected, and repaired by storing the content again. */
class CorruptionTest {

    private static final String TEXT = "schemaVersion: 2.2.2";
    private static final Digest LAYER = digest(TEXT);

    @TempDir
    private Path root;

    private LayoutBackend backend;
    private Manifest manifest;

    @BeforeEach
    void putArtifact() throws Exception {
        backend = new LayoutBackend(root);
        manifest = push(backend, GO, TAG, TEXT);
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    @Test
    void aTruncatedBlobIsNoticedAndHealed() throws Exception {
        truncate(LAYER);

        assertThatReadingFails();

        push(backend, GO, TAG, TEXT);
        assertThat(blob().open()).hasContent(TEXT);
    }

    @Test
    void aFlippedBitIsNoticed() throws Exception {
        flip(LAYER);

        assertThatReadingFails();
    }

    @Test
    void aReaderWhoCountsGetsNoWrongLastByte() throws Exception {
        flip(LAYER);

        try (InputStream stream = blob().open()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> stream.readNBytes(TEXT.length()));
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::read);
        }
    }

    @Test
    void aPartOfABlobThatGetsShorterFails() throws Exception {
        Blob blob = blob();
        truncate(LAYER);

        try (InputStream stream = blob.open(2, TEXT.length() - 2)) {
            assertThatExceptionOfType(EOFException.class).isThrownBy(stream::readAllBytes);
        }
    }

    @Test
    void aBlobThatGoesIsMissing() throws Exception {
        Blob blob = blob();
        Files.delete(file(root, LAYER));

        assertThatExceptionOfType(MissingContentException.class).isThrownBy(blob::open);
        assertThatExceptionOfType(MissingContentException.class).isThrownBy(() -> blob.open(0, 1));
    }

    @Test
    void aCorruptManifestIsNoticedAndHealed() throws Exception {
        flip(manifest.digest());

        assertThatExceptionOfType(ContentMismatchException.class).isThrownBy(() -> backend.manifest(GO, TAG));

        push(backend, GO, TAG, TEXT);
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
    }

    @Test
    void aManifestThatIsGoneIsNoticedAndHealed() throws Exception {
        Files.delete(file(root, manifest.digest()));

        assertThatExceptionOfType(MissingContentException.class).isThrownBy(() -> backend.manifest(GO, TAG));

        push(backend, GO, TAG, TEXT);
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
    }

    @Test
    void aLayerOfAnotherSizeIsMissing() throws Exception {
        truncate(LAYER);

        assertThatExceptionOfType(MissingContentException.class)
                .isThrownBy(() -> backend.putManifest(GO, manifest, TAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"manifests\":[{}]}", "{\"manifests\":{}}", "{\"manifests\":[1]}"})
    void aCorruptIndexCostsItsRepositoryAloneAndIsSetAsideWhenItIsHealed(String content) throws Exception {
        RepositoryName other = new RepositoryName("devfile-catalog/other");
        push(backend, other, TAG, TEXT);
        RepositoryDirectory directory = RepositoryDirectory.of(root, GO);
        Files.writeString(directory.index(), content);

        assertThat(backend.tags(GO)).isEmpty();
        assertThat(backend.repositories()).containsExactly(other);
        assertThat(backend.tags(other)).isPresent();

        push(backend, GO, TAG, TEXT);
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
        assertThat(directory.damagedIndex()).hasContent(content);
    }

    private void assertThatReadingFails() throws Exception {
        try (InputStream stream = blob().open()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
        }
    }

    private Blob blob() throws OciBackendException {
        return backend.blob(GO, LAYER).orElseThrow();
    }

    private void flip(Digest digest) throws IOException {
        byte[] bytes = Files.readAllBytes(file(root, digest));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(root, digest), bytes);
    }

    private void truncate(Digest digest) throws IOException {
        byte[] bytes = Files.readAllBytes(file(root, digest));
        Files.write(file(root, digest), Arrays.copyOf(bytes, bytes.length - 1));
    }
}
