package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.file.DurableFiles;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.ImageManifest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts small artifacts, and looks at the files that hold them. */
final class Layouts {

    static final RepositoryName GO = new RepositoryName("devfile-catalog/go");
    static final Tag TAG = new Tag("2.6.0");

    private static final MediaType CONFIG = new MediaType("application/vnd.devfileio.devfile.config.v2+json");
    private static final MediaType LAYER = new MediaType("application/vnd.devfileio.devfile.layer.v1");

    private Layouts() {}

    static Manifest push(OciBackend backend, RepositoryName repository, Tag tag, String text)
            throws OciBackendException {
        Descriptor config = put(backend, repository, CONFIG, "{}");
        Descriptor layer =
                put(backend, repository, LAYER, text).withAnnotations(Map.of(Descriptor.TITLE, "devfile.yaml"));
        Manifest manifest = new ImageManifest(config, List.of(layer)).toManifest();
        backend.putManifest(repository, manifest, tag);
        return manifest;
    }

    private static Descriptor put(OciBackend backend, RepositoryName repository, MediaType mediaType, String text)
            throws OciBackendException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Digest digest = digest(text);
        backend.putBlob(repository, digest, bytes.length, () -> new ByteArrayInputStream(bytes));
        return Descriptor.of(mediaType, digest, bytes.length);
    }

    static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path root, Digest digest) {
        return RepositoryDirectory.of(root, GO).blob(digest);
    }

    /** Every file below a directory, relative to it, in order. */
    static List<String> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static List<String> temporaryFiles(Path root) throws IOException {
        return files(root).stream()
                .filter(file -> file.contains(DurableFiles.TEMPORARY_PREFIX))
                .toList();
    }
}
