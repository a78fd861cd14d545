package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Tag;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index of a layout as the text of {@code index.json}. */
final class IndexJson {

    private static final int SCHEMA_VERSION = 2;

    private IndexJson() {}

    static LayoutIndex parse(byte[] bytes) throws MalformedJson {
        List<IndexEntry> entries = new ArrayList<>();
        for (Descriptor descriptor : JsonText.descriptors(JsonText.object(bytes), "manifests")) {
            entries.add(entry(descriptor));
        }
        return new LayoutIndex(entries);
    }

    static byte[] format(LayoutIndex index) {
        JsonArrayBuilder manifests = Json.createArrayBuilder();
        index.entries().forEach(entry -> manifests.add(json(entry)));
        return Json.createObjectBuilder()
                .add("schemaVersion", SCHEMA_VERSION)
                .add("mediaType", MediaType.IMAGE_INDEX.value())
                .add("manifests", manifests)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A name that another tool gave and that is no tag counts for nothing. */
    private static IndexEntry entry(Descriptor descriptor) {
        SortedMap<String, String> annotations = new TreeMap<>(descriptor.annotations());
        Optional<Tag> tag =
                Optional.ofNullable(annotations.remove(Descriptor.REF_NAME)).flatMap(Tag::tryParse);
        return new IndexEntry(descriptor.withAnnotations(annotations), tag);
    }

    private static JsonObjectBuilder json(IndexEntry entry) {
        Descriptor descriptor = entry.descriptor();
        Map<String, String> annotations = new TreeMap<>(descriptor.annotations());
        entry.tag().ifPresent(tag -> annotations.put(Descriptor.REF_NAME, tag.value()));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("mediaType", descriptor.mediaType().value())
                .add("digest", descriptor.digest().toString())
                .add("size", descriptor.size());
        descriptor.artifactType().ifPresent(type -> json.add("artifactType", type.value()));
        if (!annotations.isEmpty()) {
            JsonObjectBuilder texts = Json.createObjectBuilder();
            annotations.forEach(texts::add);
            json.add("annotations", texts);
        }
        return json;
    }
}
