package io.devfile.registry.toolkit.json;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes an image index.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md">OCI Image Specification 1.1,
 *     Image index</a>
 */
public final class ImageIndexJson {

    private static final int SCHEMA_VERSION = 2;

    private ImageIndexJson() {}

    /** The index that lists the given descriptors, in this order, in UTF-8. */
    public static byte[] format(List<Descriptor> descriptors) {
        JsonArrayBuilder manifests = Json.createArrayBuilder();
        descriptors.forEach(descriptor -> manifests.add(json(descriptor)));
        return Json.createObjectBuilder()
                .add("schemaVersion", SCHEMA_VERSION)
                .add("mediaType", MediaType.IMAGE_INDEX.value())
                .add("manifests", manifests)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder json(Descriptor descriptor) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("mediaType", descriptor.mediaType().value())
                .add("digest", descriptor.digest().toString())
                .add("size", descriptor.size());
        MediaType artifactType = descriptor.artifactType();
        if (artifactType != null) {
            json.add("artifactType", artifactType.value());
        }
        if (!descriptor.annotations().isEmpty()) {
            JsonObjectBuilder texts = Json.createObjectBuilder();
            descriptor.annotations().forEach(texts::add);
            json.add("annotations", texts);
        }
        return json;
    }
}
