package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.CONFIG;
import static io.devfile.registry.spi.oci.ContractArtifacts.index;
import static io.devfile.registry.spi.oci.ContractArtifacts.json;
import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static io.devfile.registry.spi.oci.ContractArtifacts.referrer;
import static io.devfile.registry.spi.oci.ContractArtifacts.withoutLayers;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The referrers of a manifest are found, with the fields that clients use as filters. */
abstract class ReferrersContract extends DeletionContract {

    private static final MediaType SIGNATURE = new MediaType("application/vnd.example.signature.v1");

    @Test
    final void aReferrerHasItsArtifactTypeAndAnnotations() throws Exception {
        Manifest subject = putSubject();
        Manifest referrer = referrer(
                subject, ",\"artifactType\":\"" + SIGNATURE + "\",\"annotations\":{\"b\":\"<2>\",\"a\":\"1\"}");

        backend.putManifest(repository, referrer);

        Descriptor expected = described(referrer, Map.of("a", "1", "b", "<2>"), SIGNATURE);
        assertThat(backend.referrers(repository, subject.digest())).containsExactly(expected);
        assertThat(backend.referrers(repository, referrer.digest())).isEmpty();
    }

    @Test
    final void theArtifactTypeIsTheConfigsWhereThereIsNone() throws Exception {
        Manifest subject = putSubject();
        Manifest without = referrer(subject, "");
        Manifest empty = referrer(subject, ",\"artifactType\":\"\"");

        backend.putManifest(repository, without, TAG);
        backend.putManifest(repository, empty);

        assertThat(backend.referrers(repository, subject.digest()))
                .extracting(Descriptor::artifactType)
                .containsExactly(CONFIG, CONFIG);
    }

    @Test
    final void referrersAreOrderedByDigest() throws Exception {
        Manifest subject = putSubject();
        for (int i = 0; i < 10; i++) {
            backend.putManifest(repository, referrer(subject, ",\"annotations\":{\"n\":\"" + i + "\"}"));
        }

        assertThat(backend.referrers(repository, subject.digest()))
                .hasSize(10)
                .extracting(Descriptor::digest)
                .isSorted();
    }

    @Test
    final void anImageIndexMayRefer() throws Exception {
        Manifest subject = putSubject();
        String members = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.IMAGE_INDEX + "\",\"artifactType\":\""
                + SIGNATURE + "\",\"manifests\":[],\"subject\":" + json(subject.descriptor()) + "}";
        Manifest referrer = Manifest.of(MediaType.IMAGE_INDEX, ContractArtifacts.bytes(members));

        backend.putManifest(repository, referrer);

        assertThat(backend.referrers(repository, subject.digest()))
                .containsExactly(described(referrer, Map.of(), SIGNATURE));
    }

    @Test
    final void theSubjectMayBeMissing() throws Exception {
        prepare(backend, repository);
        Manifest subject = withoutLayers(",\"annotations\":{\"never\":\"put\"}");
        Manifest referrer = referrer(subject, "");

        backend.putManifest(repository, referrer);

        assertThat(backend.referrers(repository, subject.digest()))
                .extracting(Descriptor::digest)
                .containsExactly(referrer.digest());
    }

    @Test
    final void aManifestBehindATagOfTheDigestRefers() throws Exception {
        Manifest subject = putSubject();
        Manifest attached = withoutLayers(",\"artifactType\":\"" + SIGNATURE + "\",\"annotations\":{\"a\":\"1\"}");

        backend.putManifest(repository, attached, tagOf(subject));

        assertThat(backend.referrers(repository, subject.digest()))
                .containsExactly(described(attached, Map.of("a", "1"), SIGNATURE));
    }

    @Test
    final void anIndexBehindATagOfTheDigestStandsForWhatItListsEachOnce() throws Exception {
        Manifest subject = putSubject();
        Manifest listed = withoutLayers(",\"annotations\":{\"listed\":\"only\"}");
        Manifest both = referrer(subject, ",\"artifactType\":\"" + SIGNATURE + "\"");
        backend.putManifest(repository, listed);
        backend.putManifest(repository, both);
        String more = ",\"artifactType\":\"" + SIGNATURE + "\",\"annotations\":{\"a\":\"1\"}";
        Manifest index = index(
                json(listed.descriptor(), more), json(both.descriptor(), ",\"artifactType\":\"" + SIGNATURE + "\""));

        backend.putManifest(repository, index, tagOf(subject));

        List<Descriptor> referrers = backend.referrers(repository, subject.digest());
        assertThat(referrers)
                .containsExactlyInAnyOrder(
                        described(listed, Map.of("a", "1"), SIGNATURE), described(both, Map.of(), SIGNATURE));
        assertThat(referrers).extracting(Descriptor::digest).isSorted();
    }

    private Manifest putSubject() throws OciBackendException {
        Manifest subject = prepare(backend, repository, "subject");
        backend.putManifest(repository, subject, new Tag("subject"));
        return subject;
    }

    private static Tag tagOf(Manifest subject) {
        return new Tag("sha256-" + subject.digest().hex());
    }

    private static Descriptor described(Manifest manifest, Map<String, String> annotations, MediaType artifactType) {
        return new Descriptor(
                manifest.mediaType(), manifest.digest(), manifest.size(), new TreeMap<>(annotations), artifactType);
    }
}
