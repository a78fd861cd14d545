package io.devfile.registry.publish;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ImageManifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stack version as an OCI artifact. The same files give the same manifest, byte for byte.
 *
 * @param layers the content of the layers, by digest
 */
record Artifact(RepositoryName repository, Tag tag, ImageManifest manifest, Map<Digest, StoredFile> layers) {

    static final byte[] CONFIG = "{}".getBytes(StandardCharsets.UTF_8);

    static Artifact of(RepositoryName repository, Tag tag, VersionContent content) {
        List<Descriptor> layers = new ArrayList<>();
        Map<Digest, StoredFile> files = new TreeMap<>();
        content.resources().forEach((name, file) -> {
            Optional<MediaType> type = LayerType.of(name);
            type.ifPresent(mediaType -> {
                layers.add(Descriptor.of(mediaType, file.digest(), file.size())
                        .withAnnotations(Map.of(Descriptor.TITLE, name)));
                files.put(file.digest(), file);
            });
        });
        layers.sort(Comparator.comparing(Descriptor::digest));
        Descriptor config = Descriptor.of(LayerType.CONFIG, Digest.of(CONFIG), CONFIG.length);
        return new Artifact(repository, tag, new ImageManifest(config, layers), files);
    }

    Publication publication() {
        return new Publication(repository, tag, manifest.toManifest().digest(), null);
    }
}
