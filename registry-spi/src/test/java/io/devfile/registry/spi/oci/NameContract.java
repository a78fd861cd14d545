package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name that the grammar allows is a separate repository, independent of the other files of the backend. */
abstract class NameContract extends ManifestContract {

    @ParameterizedTest
    @ValueSource(strings = {"x", "x/", "a.b__c-d---e/", "a/"})
    final void aNameMayHave255Characters(String pattern) throws Exception {
        String prefix = UUID.randomUUID() + (pattern.endsWith("/") ? "/" : "");
        String rest = pattern.repeat(RepositoryName.MAX_LENGTH);
        String cut = (prefix + rest).substring(0, RepositoryName.MAX_LENGTH - 1);
        repository = new RepositoryName(cut.replaceAll("[^a-z0-9]+$", "") + "z");
        Manifest manifest = prepare(backend, repository, pattern);

        backend.putManifest(repository, manifest, TAG);

        assertThat(backend.manifest(repository, TAG)).contains(manifest);
        assertThat(backend.repositories()).contains(repository);
    }

    @Test
    final void repositoriesWithinRepositoriesDoNotMeet() throws Exception {
        Map<RepositoryName, Manifest> put = new LinkedHashMap<>();
        for (String suffix : new String[] {
            "/blobs",
            "/blobs/sha256",
            "",
            "/index.json",
            "/oci-layout",
            "/blobs/sha256/" + UNKNOWN.hex(),
            "/index.json/blobs",
            "/oci-layout/index.json",
            "/manifests/latest",
            "/tags/list",
            "/uploads",
            "/lock",
            "/tmp"
        }) {
            RepositoryName name = new RepositoryName(repository + suffix);
            Manifest manifest = prepare(backend, name, "content of " + suffix);
            backend.putManifest(name, manifest, TAG);
            put.put(name, manifest);
        }

        for (var entry : put.entrySet()) {
            assertThat(backend.manifest(entry.getKey(), TAG)).contains(entry.getValue());
            assertThat(backend.tags(entry.getKey()).orElseThrow()).containsExactly(TAG);
        }
        assertThat(backend.repositories()).containsAll(put.keySet());
    }

    @Test
    final void aNameThatOnlyBeginsOthersIsNoRepository() throws Exception {
        RepositoryName within = new RepositoryName(repository + "/within");
        backend.putManifest(within, prepare(backend, within, "a"), TAG);

        assertThat(backend.tags(repository)).isEmpty();
        assertThat(backend.repositories()).contains(within).doesNotContain(repository);
    }
}
