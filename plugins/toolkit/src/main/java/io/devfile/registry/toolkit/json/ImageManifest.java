package io.devfile.registry.toolkit.json;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The content of an artifact: a config and layers.
 *
 * <p>{@link #toManifest()} writes it in a fixed form, so that the digest is always the same: compact JSON with the keys
 * {@code schemaVersion}, {@code config} and {@code layers}, without {@code mediaType}. Descriptors have the keys
 * {@code mediaType}, {@code digest}, {@code size} and, if there are any, {@code annotations} in key order. Text is
 * escaped as Go's encoder does. The caller determines the order of the layers.
 *
 * @param layers copied, unmodifiable
 */
public record ImageManifest(Descriptor config, List<Descriptor> layers) {

    public ImageManifest {
        layers = List.copyOf(layers);
    }

    /** The manifest's bytes, as {@link MediaType#IMAGE_MANIFEST}. */
    public Manifest toManifest() {
        StringBuilder json = new StringBuilder("{\"schemaVersion\":2,\"config\":");
        append(config, json);
        json.append(",\"layers\":[");
        String comma = "";
        for (Descriptor layer : layers) {
            json.append(comma);
            append(layer, json);
            comma = ",";
        }
        json.append("]}");
        return Manifest.of(MediaType.IMAGE_MANIFEST, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(Descriptor descriptor, StringBuilder json) {
        json.append("{\"mediaType\":");
        GoJson.appendString(descriptor.mediaType().value(), json);
        json.append(",\"digest\":");
        GoJson.appendString(descriptor.digest().toString(), json);
        json.append(",\"size\":").append(descriptor.size());
        if (!descriptor.annotations().isEmpty()) {
            json.append(",\"annotations\":{");
            String comma = "";
            for (var annotation : descriptor.annotations().entrySet()) {
                json.append(comma);
                GoJson.appendString(annotation.getKey(), json);
                json.append(':');
                GoJson.appendString(annotation.getValue(), json);
                comma = ",";
            }
            json.append('}');
        }
        json.append('}');
    }
}
