package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Small artifacts for tests that write to a backend and read from it. */
final class ContractArtifacts {

    static final MediaType CONFIG = new MediaType("application/vnd.devfileio.devfile.config.v2+json");
    static final MediaType LAYER = new MediaType("application/vnd.devfileio.devfile.layer.v1");
    static final byte[] EMPTY_CONFIG = bytes("{}");

    private ContractArtifacts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void putBlob(OciBackend backend, RepositoryName repository, byte[] content) throws OciBackendException {
        putBlob(backend, repository, content, Digest.of(content));
    }

    static void putBlob(OciBackend backend, RepositoryName repository, byte[] content, Digest digest)
            throws OciBackendException {
        backend.putBlob(repository, digest, content.length, () -> new ByteArrayInputStream(content));
    }

    /** Stores the config and one layer per text, and returns the manifest that names them, which is not stored. */
    static Manifest prepare(OciBackend backend, RepositoryName repository, String... texts) throws OciBackendException {
        putBlob(backend, repository, EMPTY_CONFIG);
        for (String text : texts) {
            putBlob(backend, repository, bytes(text));
        }
        return artifact(texts);
    }

    static Manifest artifact(String... texts) {
        String layers = Arrays.stream(texts)
                .map(ContractArtifacts::bytes)
                .map(content -> json(
                        Descriptor.of(LAYER, Digest.of(content), content.length),
                        ",\"annotations\":{\"" + Descriptor.TITLE + "\":\"devfile.yaml\"}"))
                .collect(Collectors.joining(","));
        String config = json(Descriptor.of(CONFIG, Digest.of(EMPTY_CONFIG), EMPTY_CONFIG.length));
        return Manifest.of(
                MediaType.IMAGE_MANIFEST,
                bytes("{\"schemaVersion\":2,\"config\":" + config + ",\"layers\":[" + layers + "]}"));
    }

    /** A manifest without layers that refers to another; {@code more} contains further members, each after a comma. */
    static Manifest referrer(Manifest subject, String more) {
        return withoutLayers(",\"subject\":" + json(subject.descriptor()) + more);
    }

    static Manifest withoutLayers(String more) {
        String config = json(Descriptor.of(CONFIG, Digest.of(EMPTY_CONFIG), EMPTY_CONFIG.length));
        return Manifest.of(
                MediaType.IMAGE_MANIFEST,
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.IMAGE_MANIFEST + "\",\"config\":" + config
                        + ",\"layers\":[]" + more + "}"));
    }

    static Manifest index(String... descriptors) {
        return Manifest.of(
                MediaType.IMAGE_INDEX,
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.IMAGE_INDEX + "\",\"manifests\":["
                        + String.join(",", descriptors) + "]}"));
    }

    static String json(Descriptor descriptor) {
        return json(descriptor, "");
    }

    static String json(Descriptor descriptor, String more) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\"" + descriptor.digest() + "\",\"size\":"
                + descriptor.size() + more + "}";
    }
}
