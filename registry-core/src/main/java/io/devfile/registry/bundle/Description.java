package io.devfile.registry.bundle;

import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.index.model.IndexVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The description of an entry in {@code stack.yaml} and {@code extraDevfileEntries.yaml}, as values; empty values are
 * left out.
 */
final class Description {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Description() {}

    /**
     * A {@code stack.yaml}.
     *
     * @param icon replaces the entry's own icon
     * @param versions the versions that have a directory, in the index's order
     */
    static Map<String, @Nullable Object> stack(IndexEntry entry, String icon, List<IndexVersion> versions) {
        Description stack = new Description().named(entry).put("icon", icon);
        stack.put("tags", entry.tags())
                .put("architectures", entry.architectures())
                .put("deploymentScopes", entry.deploymentScopes());
        boolean marked = versions.stream().anyMatch(IndexVersion::isDefault);
        List<Object> listed = new ArrayList<>();
        for (IndexVersion version : versions) {
            boolean isDefault = marked ? version.isDefault() : version.equals(versions.get(0));
            listed.add(new Description().put("version", version.version()).flag("default", isDefault).fields);
        }
        return stack.put("versions", listed).fields;
    }

    /**
     * An item of {@code extraDevfileEntries.yaml}.
     *
     * @param icon replaces the entry's own icon
     * @param icons replace the icons of versions, by version
     */
    static Map<String, @Nullable Object> inPlace(IndexEntry entry, String icon, Map<String, String> icons) {
        Description described = new Description().named(entry).put("version", entry.version());
        described.common(entry, icon).git(entry.git());
        List<Object> versions = new ArrayList<>();
        for (IndexVersion version : entry.versions()) {
            versions.add(new Description()
                    .put("version", version.version())
                    .put("schemaVersion", version.schemaVersion())
                    .flag("default", version.isDefault())
                    .put("description", version.description())
                    .common(version, icons.getOrDefault(version.version(), version.icon()))
                    .git(version.git())
                    .fields);
        }
        return described.put("versions", versions).fields;
    }

    private Description named(IndexEntry entry) {
        return put("name", entry.name())
                .put("displayName", entry.displayName())
                .put("description", entry.description())
                .put("attributes", entry.attributes())
                .put("globalMemoryLimit", entry.globalMemoryLimit())
                .put("projectType", entry.projectType())
                .put("language", entry.language())
                .put("provider", entry.provider())
                .put("supportUrl", entry.supportUrl());
    }

    private Description common(IndexItem item, String icon) {
        return put("icon", icon)
                .put("tags", item.tags())
                .put("architectures", item.architectures())
                .put("links", item.links())
                .put("commandGroups", item.commandGroups())
                .put("deploymentScopes", item.deploymentScopes())
                .put("resources", item.resources())
                .put("starterProjects", item.starterProjects());
    }

    private Description git(Optional<GitOrigin> origin) {
        return put(
                "git",
                origin.map(git -> new Description()
                                .put("remotes", git.remotes())
                                .put("url", git.url())
                                .put("remoteName", git.remoteName())
                                .put("subDir", git.subDir())
                                .put("revision", git.revision())
                                .fields)
                        .orElse(Map.of()));
    }

    private Description flag(String key, boolean value) {
        if (value) {
            fields.put(key, true);
        }
        return this;
    }

    private Description put(String key, Object value) {
        boolean empty = value instanceof String text && text.isEmpty()
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            fields.put(key, value);
        }
        return this;
    }
}
