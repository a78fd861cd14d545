package io.devfile.registry.bundle;

import io.devfile.registry.catalog.read.EntryFields;
import io.devfile.registry.index.json.ItemFields;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.index.model.IndexVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description of an entry as values, as {@code stack.yaml} and {@code extraDevfileEntries.yaml} have them. */
final class Description {

    private Description() {}

    /**
     * A {@code stack.yaml}.
     *
     * @param icon replaces the entry's own icon
     * @param versions the versions that have a directory, in the index's order
     */
    static Map<String, Object> stack(IndexEntry entry, String icon, List<IndexVersion> versions) {
        Map<String, Object> stack = of(entry, icon);
        stack.keySet().retainAll(EntryFields.STACK_YAML);
        boolean marked = versions.stream().anyMatch(IndexVersion::isDefault);
        List<Object> listed = new ArrayList<>();
        for (IndexVersion version : versions) {
            Map<String, Object> one = new LinkedHashMap<>(Map.of("version", version.version()));
            if (marked ? version.isDefault() : version.equals(versions.get(0))) {
                one.put("default", true);
            }
            listed.add(one);
        }
        stack.put("versions", listed);
        return stack;
    }

    /**
     * An item of {@code extraDevfileEntries.yaml}.
     *
     * @param icon replaces the entry's own icon
     * @param icons replace the icons of versions, by version
     */
    static Map<String, Object> inPlace(IndexEntry entry, String icon, Map<String, String> icons) {
        Map<String, Object> described = of(entry, icon);
        described.keySet().retainAll(EntryFields.IN_PLACE);
        List<Object> versions = new ArrayList<>();
        for (IndexVersion version : entry.versions()) {
            Map<String, Object> one = of(version, icons.getOrDefault(version.version(), version.icon()));
            one.remove("lastModified");
            versions.add(one);
        }
        if (!versions.isEmpty()) {
            described.put("versions", versions);
        }
        return described;
    }

    private static Map<String, Object> of(IndexItem item, String icon) {
        Map<String, Object> fields = ItemFields.of(item);
        if (icon.isEmpty()) {
            fields.remove("icon");
        } else {
            fields.put("icon", icon);
        }
        return fields;
    }
}
