package io.devfile.registry.toolkit.json;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a manifest or image index that a backend needs.
 *
 * @param blobs the config and layers that it names
 * @param manifests the manifests that it names, without its subject
 * @param subject null if it has none
 * @param artifactType its own artifact type or, if it has none, the media type of its config; null if it has neither
 */
public record ManifestContent(
        List<Descriptor> blobs,
        List<Descriptor> manifests,
        @Nullable Digest subject,
        @Nullable MediaType artifactType,
        SortedMap<String, String> annotations) {

    /** @throws MalformedJson if the bytes are not a manifest */
    public static ManifestContent of(Manifest manifest) throws MalformedJson {
        JsonObject json = JsonText.object(manifest.bytes());
        List<Descriptor> blobs = new ArrayList<>();
        Optional<JsonObject> config = JsonText.object(json, "config");
        if (config.isPresent()) {
            blobs.add(JsonText.descriptor(config.get()));
        }
        MediaType configType = blobs.isEmpty() ? null : blobs.get(0).mediaType();
        blobs.addAll(JsonText.descriptors(json, "layers"));
        Optional<JsonObject> subject = JsonText.object(json, "subject");
        return new ManifestContent(
                blobs,
                JsonText.descriptors(json, "manifests"),
                subject.isPresent() ? JsonText.descriptor(subject.get()).digest() : null,
                JsonText.mediaType(json, "artifactType").orElse(configType),
                JsonText.annotations(json));
    }

    /** Whether the digest is that of the subject. */
    public boolean refersTo(Digest digest) {
        return digest.equals(subject);
    }

    /** The descriptor of the manifest with this content, as it appears in a list of referrers. */
    public Descriptor describe(Descriptor manifest) {
        return new Descriptor(manifest.mediaType(), manifest.digest(), manifest.size(), annotations, artifactType);
    }

    /**
     * The referrers that a manifest with this content represents if a referrers tag, see
     * {@link io.devfile.registry.spi.oci.model.Tag#referringTo}, points to the manifest: for an image index, the
     * manifests that it lists; for any other manifest, the manifest itself.
     */
    public List<Descriptor> attachments(Descriptor manifest) {
        return manifest.mediaType().equals(MediaType.IMAGE_INDEX) ? manifests : List.of(describe(manifest));
    }
}
