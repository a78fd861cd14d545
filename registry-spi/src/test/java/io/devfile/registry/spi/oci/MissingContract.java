package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.oci.model.Tag;
import org.junit.jupiter.api.Test;

/** The result for missing content is empty, and the probe of a working backend succeeds. */
abstract class MissingContract extends BackendContract {

    @Test
    final void whatIsMissingIsAnEmptyAnswer() throws Exception {
        assertThat(backend.resolve(repository, TAG)).isEmpty();
        assertThat(backend.resolve(repository, UNKNOWN)).isEmpty();
        assertThat(backend.manifest(repository, TAG)).isEmpty();
        assertThat(backend.manifest(repository, UNKNOWN)).isEmpty();
        assertThat(backend.blob(repository, UNKNOWN)).isEmpty();
        assertThat(backend.tags(repository)).isEmpty();
        assertThat(backend.referrers(repository, UNKNOWN)).isEmpty();
        assertThat(backend.repositories()).doesNotContain(repository);
    }

    @Test
    final void whatIsMissingInARepositoryThatExistsIsAnEmptyAnswer() throws Exception {
        backend.putManifest(repository, prepare(backend, repository, "here"), TAG);

        assertThat(backend.resolve(repository, new Tag("other"))).isEmpty();
        assertThat(backend.resolve(repository, UNKNOWN)).isEmpty();
        assertThat(backend.manifest(repository, new Tag("other"))).isEmpty();
        assertThat(backend.manifest(repository, UNKNOWN)).isEmpty();
        assertThat(backend.blob(repository, UNKNOWN)).isEmpty();
        assertThat(backend.referrers(repository, UNKNOWN)).isEmpty();
    }

    @Test
    final void deletingAMissingManifestDoesNothing() throws Exception {
        assumeTrue(canDelete(), "This backend deletes no manifests");
        backend.deleteManifest(repository, UNKNOWN);

        backend.putManifest(repository, prepare(backend, repository, "here"), TAG);
        backend.deleteManifest(repository, UNKNOWN);

        assertThat(backend.resolve(repository, TAG)).isPresent();
    }

    @Test
    final void deletingAMissingTagDoesNothing() throws Exception {
        assumeTrue(canDeleteTags(), "This backend deletes no tags");
        backend.deleteTag(repository, TAG);

        backend.putManifest(repository, prepare(backend, repository, "here"), TAG);
        backend.deleteTag(repository, new Tag("other"));

        assertThat(backend.resolve(repository, TAG)).isPresent();
    }

    @Test
    final void aBackendThatWorksProbesWell() throws Exception {
        backend.probe();

        assertThat(backend.location()).isNotBlank();
    }
}
