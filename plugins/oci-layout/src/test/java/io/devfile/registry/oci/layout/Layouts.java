package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.file.DurableFiles;
import io.devfile.registry.toolkit.json.ImageManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stores small artifacts, and reads the files that contain them. */
final class Layouts {

    static final RepositoryName GO = new RepositoryName("devfile-catalog/go");
    static final Tag TAG = new Tag("2.6.0");

    private static final MediaType CONFIG = new MediaType("application/vnd.devfileio.devfile.config.v2+json");
    private static final MediaType LAYER = new MediaType("application/vnd.devfileio.devfile.layer.v1");

    private Layouts() {}

    static Manifest push(OciBackend backend, RepositoryName repository, Tag tag, String text)
            throws OciBackendException {
        put(backend, repository, "{}");
        put(backend, repository, text);
        Manifest manifest = manifest(text);
        backend.putManifest(repository, manifest, tag);
        return manifest;
    }

    /** The manifest of the artifact with this text as its only layer. */
    static Manifest manifest(String text) {
        Descriptor layer = describe(LAYER, text).withAnnotations(Map.of(Descriptor.TITLE, "devfile.yaml"));
        return new ImageManifest(describe(CONFIG, "{}"), List.of(layer)).toManifest();
    }

    private static Descriptor describe(MediaType mediaType, String text) {
        return Descriptor.of(mediaType, digest(text), text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static void put(OciBackend backend, RepositoryName repository, String text) throws OciBackendException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        backend.putBlob(repository, digest(text), bytes.length, () -> new ByteArrayInputStream(bytes));
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
