package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ImageIndexJson;
import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Converts the index of a layout from and to the text of {@code index.json}. */
final class IndexJson {

    private IndexJson() {}

    static LayoutIndex parse(byte[] bytes) throws MalformedJson {
        List<IndexEntry> entries = new ArrayList<>();
        for (Descriptor descriptor : JsonText.descriptors(JsonText.object(bytes), "manifests")) {
            entries.add(entry(descriptor));
        }
        return new LayoutIndex(entries);
    }

    static byte[] format(LayoutIndex index) {
        return ImageIndexJson.format(
                index.entries().stream().map(IndexJson::descriptor).toList());
    }

    /** A name from another tool that is not a valid tag is ignored. */
    private static IndexEntry entry(Descriptor descriptor) {
        SortedMap<String, String> annotations = new TreeMap<>(descriptor.annotations());
        String name = annotations.remove(Descriptor.REF_NAME);
        Tag tag = name != null ? Tag.tryParse(name).orElse(null) : null;
        return new IndexEntry(descriptor.withAnnotations(annotations), tag);
    }

    private static Descriptor descriptor(IndexEntry entry) {
        Map<String, String> annotations = new TreeMap<>(entry.descriptor().annotations());
        if (entry.tag() != null) {
            annotations.put(Descriptor.REF_NAME, entry.tag().value());
        }
        return entry.descriptor().withAnnotations(annotations);
    }
}
