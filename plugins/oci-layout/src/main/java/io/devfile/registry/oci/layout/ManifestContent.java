package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What this backend needs to know of a manifest or image index.
 *
 * @param blobs the config and layers that it names
 * @param manifests the manifests that it names, its subject not among them
 * @param artifactType its own or, where it has none, its config's media type
 */
record ManifestContent(
        List<Descriptor> blobs,
        List<Descriptor> manifests,
        Optional<Digest> subject,
        Optional<MediaType> artifactType,
        SortedMap<String, String> annotations) {

    static ManifestContent of(Manifest manifest) throws MalformedJson {
        JsonObject json = JsonText.object(manifest.bytes());
        List<Descriptor> blobs = new ArrayList<>();
        Optional<JsonObject> config = JsonText.object(json, "config");
        if (config.isPresent()) {
            blobs.add(JsonText.descriptor(config.get()));
        }
        Optional<MediaType> configType =
                blobs.stream().map(Descriptor::mediaType).findFirst();
        blobs.addAll(JsonText.descriptors(json, "layers"));
        Optional<JsonObject> subject = JsonText.object(json, "subject");
        return new ManifestContent(
                blobs,
                JsonText.descriptors(json, "manifests"),
                subject.isPresent()
                        ? Optional.of(JsonText.descriptor(subject.get()).digest())
                        : Optional.empty(),
                JsonText.mediaType(json, "artifactType").or(() -> configType),
                JsonText.annotations(json));
    }

    boolean refersTo(Digest digest) {
        return subject.isPresent() && subject.get().equals(digest);
    }

    /** The descriptor of the manifest with this content, with what a list of referrers says of it. */
    Descriptor describe(Descriptor manifest) {
        return new Descriptor(manifest.mediaType(), manifest.digest(), manifest.size(), annotations, artifactType);
    }
}
