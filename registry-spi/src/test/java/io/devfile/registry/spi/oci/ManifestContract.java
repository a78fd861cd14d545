package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.EMPTY_CONFIG;
import static io.devfile.registry.spi.oci.ContractArtifacts.artifact;
import static io.devfile.registry.spi.oci.ContractArtifacts.bytes;
import static io.devfile.registry.spi.oci.ContractArtifacts.index;
import static io.devfile.registry.spi.oci.ContractArtifacts.json;
import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static io.devfile.registry.spi.oci.ContractArtifacts.putBlob;
import static io.devfile.registry.spi.oci.ContractArtifacts.withoutLayers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A manifest is visible under its digest when everything that it names is visible; a tag points to at most one
 * manifest.
 */
abstract class ManifestContract extends BlobContract {

    @Test
    final void aManifestIsFoundByTagAndDigest() throws Exception {
        Manifest manifest = prepare(backend, repository, "a", "b");

        backend.putManifest(repository, manifest, TAG);

        assertThat(backend.resolve(repository, TAG)).contains(manifest.descriptor());
        assertThat(backend.resolve(repository, manifest.digest())).contains(manifest.descriptor());
        assertThat(backend.manifest(repository, manifest.digest())).contains(manifest);
        Manifest found = backend.manifest(repository, TAG).orElseThrow();
        assertThat(found.mediaType()).isEqualTo(MediaType.IMAGE_MANIFEST);
        assertThat(found.bytes()).isEqualTo(manifest.bytes());
        assertThat(backend.tags(repository).orElseThrow()).containsExactly(TAG);
        assertThat(backend.repositories()).contains(repository);
    }

    @Test
    final void aRepeatedPutChangesNothing() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");

        backend.putManifest(repository, manifest, TAG);
        backend.putManifest(repository, manifest, TAG);
        backend.putManifest(repository, manifest);

        assertThat(backend.manifest(repository, TAG)).contains(manifest);
        assertThat(backend.tags(repository).orElseThrow()).containsExactly(TAG);
    }

    @Test
    final void aManifestWithoutTagIsFoundByDigest() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");

        backend.putManifest(repository, manifest);

        assertThat(backend.manifest(repository, manifest.digest())).contains(manifest);
        if (canTellUntaggedRepositories()) {
            assertThat(backend.tags(repository).orElseThrow()).isEmpty();
            assertThat(backend.repositories()).contains(repository);
        }
    }

    @Test
    final void aTagMovesAndTheOldManifestStays() throws Exception {
        Manifest old = prepare(backend, repository, "old");
        Manifest now = prepare(backend, repository, "new");
        backend.putManifest(repository, old, TAG);

        backend.putManifest(repository, now, TAG);

        assertThat(backend.manifest(repository, TAG)).contains(now);
        assertThat(backend.manifest(repository, old.digest())).contains(old);
        assertThat(backend.tags(repository).orElseThrow()).containsExactly(TAG);
    }

    @Test
    final void tagsAreSorted() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");
        for (String tag : new String[] {"b", "a", "10", "B", "9", "_", "a.b", "a-b", "z".repeat(Tag.MAX_LENGTH)}) {
            backend.putManifest(repository, manifest, new Tag(tag));
        }

        assertThat(backend.tags(repository).orElseThrow())
                .extracting(Tag::value)
                .containsExactly("10", "9", "B", "_", "a", "a-b", "a.b", "b", "z".repeat(Tag.MAX_LENGTH));
    }

    @Test
    final void aMissingLayerLeavesTheTagWhereItWas() throws Exception {
        Manifest old = prepare(backend, repository, "old");
        backend.putManifest(repository, old, TAG);
        Manifest incomplete = artifact("old", "not put");

        assertThatExceptionOfType(MissingContentException.class)
                .isThrownBy(() -> backend.putManifest(repository, incomplete, TAG));
        assertThatExceptionOfType(MissingContentException.class)
                .isThrownBy(() -> backend.putManifest(repository, incomplete));

        assertThat(backend.manifest(repository, TAG)).contains(old);
        assertThat(backend.resolve(repository, incomplete.digest())).isEmpty();
    }

    @Test
    final void aMissingConfigIsMissing() throws Exception {
        assertThatExceptionOfType(MissingContentException.class)
                .isThrownBy(() -> backend.putManifest(repository, withoutLayers(""), TAG));

        assertThat(backend.resolve(repository, TAG)).isEmpty();
        assertThat(backend.repositories()).doesNotContain(repository);
    }

    @Test
    final void layersOfAnotherRepositoryAreMissing() throws Exception {
        Manifest manifest = prepare(backend, new RepositoryName("contract/" + UUID.randomUUID()), "elsewhere");

        assertThatExceptionOfType(MissingContentException.class)
                .isThrownBy(() -> backend.putManifest(repository, manifest, TAG));
    }

    @Test
    final void anImageIndexNeedsItsManifests() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");
        Manifest index = index(json(manifest.descriptor()));

        assertThatExceptionOfType(MissingContentException.class)
                .isThrownBy(() -> backend.putManifest(repository, index, TAG));
        backend.putManifest(repository, manifest);
        backend.putManifest(repository, index, TAG);

        assertThat(backend.manifest(repository, TAG)).contains(index);
        assertThat(backend.manifest(repository, manifest.digest())).contains(manifest);
    }

    @Test
    final void whatIsNoManifestIsRejected() throws Exception {
        Manifest garbage = Manifest.of(MediaType.IMAGE_MANIFEST, bytes("{\"schemaVersion\":2"));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.putManifest(repository, garbage, TAG));

        assertThat(backend.resolve(repository, TAG)).isEmpty();
    }

    @Test
    final void aManifestMayHaveFourMebibytes() throws Exception {
        putBlob(backend, repository, EMPTY_CONFIG);
        String annotation = ",\"annotations\":{\"padding\":\"%s\"}";
        int room = Manifest.MAX_SIZE - withoutLayers(annotation.formatted("")).size();
        Manifest manifest = withoutLayers(annotation.formatted("x".repeat(room)));

        backend.putManifest(repository, manifest, TAG);

        assertThat(manifest.size()).isEqualTo(Manifest.MAX_SIZE);
        assertThat(backend.manifest(repository, TAG)).contains(manifest);
    }

    @Test
    final void aManifestMayHaveASha512Digest() throws Exception {
        assumeTrue(canUseSha512(), "This backend knows no SHA-512");
        byte[] bytes = prepare(backend, repository, "a").bytes();
        Manifest manifest = Manifest.of(MediaType.IMAGE_MANIFEST, bytes, DigestAlgorithm.SHA512);

        backend.putManifest(repository, manifest, TAG);

        assertThat(backend.resolve(repository, TAG)).contains(manifest.descriptor());
        assertThat(backend.manifest(repository, manifest.digest())).contains(manifest);
    }
}
