package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.bytes;
import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Tag;
import org.junit.jupiter.api.Test;

/** Deleting a tag keeps its manifest, deleting a manifest also deletes its tags, and nothing else is deleted. */
abstract class DeletionContract extends NameContract {

    private static final Tag OTHER = new Tag("other");

    @Test
    final void aTagGoesWithoutItsManifest() throws Exception {
        assumeTrue(canDeleteTags(), "This backend deletes no tags");
        Manifest manifest = prepare(backend, repository, "a");
        backend.putManifest(repository, manifest, TAG);
        backend.putManifest(repository, manifest, OTHER);

        backend.deleteTag(repository, TAG);
        assertThat(backend.resolve(repository, TAG)).isEmpty();
        assertThat(backend.tags(repository).orElseThrow()).containsExactly(OTHER);

        backend.deleteTag(repository, OTHER);
        assertThat(backend.resolve(repository, OTHER)).isEmpty();
        assertThat(backend.manifest(repository, manifest.digest())).contains(manifest);
    }

    @Test
    final void aManifestGoesWithItsTags() throws Exception {
        assumeTrue(canDelete(), "This backend deletes no manifests");
        Manifest gone = prepare(backend, repository, "shared", "gone");
        Manifest kept = prepare(backend, repository, "shared", "kept");
        backend.putManifest(repository, gone, TAG);
        backend.putManifest(repository, gone, new Tag("alias"));
        backend.putManifest(repository, kept, OTHER);

        backend.deleteManifest(repository, gone.digest());

        assertThat(backend.resolve(repository, gone.digest())).isEmpty();
        assertThat(backend.manifest(repository, TAG)).isEmpty();
        assertThat(backend.tags(repository).orElseThrow()).containsExactly(OTHER);
        assertThat(backend.manifest(repository, OTHER)).contains(kept);
        assertThat(backend.blob(repository, Digest.of(bytes("shared")))).isPresent();
    }

    @Test
    final void youngBlobsOutliveTheirManifest() throws Exception {
        assumeTrue(canDelete(), "This backend deletes no manifests");
        Manifest manifest = prepare(backend, repository, "a");
        backend.putManifest(repository, manifest, TAG);

        backend.deleteManifest(repository, manifest.digest());

        assertThat(backend.blob(repository, Digest.of(bytes("a")))).isPresent();
        backend.putManifest(repository, manifest, TAG);
        assertThat(backend.manifest(repository, TAG)).contains(manifest);
    }

    @Test
    final void aRepositoryWithoutManifestsIsNone() throws Exception {
        assumeTrue(canDelete() && canTellUntaggedRepositories(), "This backend keeps empty repositories");
        Manifest manifest = prepare(backend, repository, "a");
        backend.putManifest(repository, manifest, TAG);

        backend.deleteManifest(repository, manifest.digest());

        assertThat(backend.tags(repository)).isEmpty();
        assertThat(backend.repositories()).doesNotContain(repository);
    }
}
