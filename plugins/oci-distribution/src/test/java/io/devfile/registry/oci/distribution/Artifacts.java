package io.devfile.registry.oci.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ImageManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small artifacts to push and pull. */
final class Artifacts {

    static final RepositoryName GO = new RepositoryName("devfile-catalog/go");
    static final Tag TAG = new Tag("2.6.0");

    private static final MediaType CONFIG = new MediaType("application/vnd.devfileio.devfile.config.v2+json");
    private static final MediaType LAYER = new MediaType("application/vnd.devfileio.devfile.layer.v1");

    private Artifacts() {}

    /** Pushes the artifact with this text as its only layer, in the same way as the registry. */
    static Manifest push(OciBackend backend, String text) throws OciBackendException {
        put(backend, bytes("{}"));
        put(backend, bytes(text));
        Manifest manifest = manifest(text);
        backend.putManifest(GO, manifest, TAG);
        return manifest;
    }

    static void put(OciBackend backend, byte[] content) throws OciBackendException {
        backend.putBlob(GO, Digest.of(content), content.length, () -> new ByteArrayInputStream(content));
    }

    static Manifest manifest(String text) {
        Descriptor layer = describe(LAYER, text).withAnnotations(Map.of(Descriptor.TITLE, "devfile.yaml"));
        return new ImageManifest(describe(CONFIG, "{}"), List.of(layer)).toManifest();
    }

    /** Asserts that everything about the artifact is pulled as it was pushed. */
    static void assertPulled(OciBackend backend, String text) throws OciBackendException, IOException {
        Manifest manifest = manifest(text);
        assertThat(backend.resolve(GO, TAG)).contains(manifest.descriptor());
        assertThat(backend.manifest(GO, TAG).orElseThrow().bytes()).isEqualTo(manifest.bytes());
        assertThat(read(backend, Digest.of(bytes(text)))).isEqualTo(bytes(text));
        assertThat(backend.tags(GO).orElseThrow()).containsExactly(TAG);
    }

    static byte[] read(OciBackend backend, Digest digest) throws OciBackendException, IOException {
        Blob blob = backend.blob(GO, digest).orElseThrow();
        try (InputStream stream = blob.open()) {
            return stream.readAllBytes();
        }
    }

    static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Descriptor describe(MediaType mediaType, String text) {
        return Descriptor.of(mediaType, Digest.of(bytes(text)), bytes(text).length);
    }
}
