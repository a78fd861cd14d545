package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.GO;
import static io.devfile.registry.oci.layout.Layouts.TAG;
import static io.devfile.registry.oci.layout.Layouts.digest;
import static io.devfile.registry.oci.layout.Layouts.file;
import static io.devfile.registry.oci.layout.Layouts.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged content is found, reported and removed, so that the next push stores it again; everything else stays. */
class ScrubTest {

    private static final RepositoryName JAVA = new RepositoryName("devfile-catalog/java");
    private static final Tag OTHER = new Tag("1.0.0");

    @TempDir
    private Path root;

    private LayoutBackend backend;
    private Manifest manifest;
    private Manifest other;

    @BeforeEach
    void putArtifacts() throws Exception {
        backend = new LayoutBackend(root);
        manifest = push(backend, GO, TAG, "two");
        other = push(backend, GO, OTHER, "one");
        push(backend, JAVA, TAG, "java");
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    @Test
    void findsNothingWhereAllIsWell() throws Exception {
        List<String> before = Layouts.files(root);

        assertThat(backend.scrub()).isEmpty();

        assertThat(Layouts.files(root)).isEqualTo(before);
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
    }

    @Test
    void aFlippedBitCostsItsArtifactUntilTheNextPush() throws Exception {
        flip(digest("two"));

        assertThat(backend.scrub())
                .extracting(Damage::repository, Damage::digest)
                .containsExactly(tuple(GO, digest("two")), tuple(GO, manifest.digest()));

        assertThat(backend.blob(GO, digest("two"))).isEmpty();
        assertThat(backend.resolve(GO, TAG)).isEmpty();
        assertThat(backend.tags(GO).orElseThrow()).containsExactly(OTHER);
        assertThat(backend.manifest(GO, OTHER)).contains(other);
        push(backend, GO, TAG, "two");
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
        assertThat(backend.scrub()).isEmpty();
    }

    @Test
    void aSharedBlobCostsAllThatNameIt() throws Exception {
        flip(digest("{}"));

        backend.scrub();

        assertThat(backend.tags(GO)).isEmpty();
        assertThat(backend.tags(JAVA)).isPresent();
    }

    @Test
    void aBlobThatIsGoneIsFound() throws Exception {
        Files.delete(file(root, digest("two")));

        assertThat(backend.scrub()).singleElement().satisfies(damage -> {
            assertThat(damage.digest()).isEqualTo(manifest.digest());
            assertThat(damage.reason()).contains("its blob ", digest("two").toString());
        });
    }

    @Test
    void aManifestThatIsDamagedOrGoneIsFound() throws Exception {
        flip(manifest.digest());
        Files.delete(file(root, other.digest()));

        assertThat(backend.scrub()).extracting(Damage::digest).contains(manifest.digest(), other.digest());

        assertThat(backend.tags(GO)).isEmpty();
        push(backend, GO, TAG, "two");
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
    }

    @Test
    void whatAnotherToolWroteInAFormOfItsOwnStays() throws Exception {
        byte[] strange = "no JSON at all".getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.of(strange);
        Files.write(file(root, digest), strange);
        Path index = RepositoryDirectory.of(root, GO).index();
        String descriptor = "{\"mediaType\":\"" + new MediaType("application/x-strange") + "\",\"digest\":\"" + digest
                + "\",\"size\":" + strange.length + "},";
        Files.writeString(index, Files.readString(index).replace("\"manifests\":[", "\"manifests\":[" + descriptor));

        assertThat(backend.scrub()).isEmpty();
        assertThat(backend.resolve(GO, digest)).isPresent();
    }

    @Test
    void anInterruptEndsItAndTakesNothingAway() throws Exception {
        flip(digest("two"));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(OciBackendException.class).isThrownBy(backend::scrub);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(backend.resolve(GO, TAG)).isPresent();
    }

    @Test
    void pushesMeanwhileAreNotHurt() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 100; i++) {
                    push(backend, GO, new Tag("busy-" + i), "busy " + i);
                }
                done.set(true);
            } catch (OciBackendException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();

        while (writer.isAlive()) {
            assertThat(backend.scrub()).isEmpty();
        }

        assertThat(done).isTrue();
        assertThat(backend.tags(GO).orElseThrow()).hasSize(102);
    }

    private void flip(Digest digest) throws IOException {
        byte[] bytes = Files.readAllBytes(file(root, digest));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(root, digest), bytes);
    }
}
