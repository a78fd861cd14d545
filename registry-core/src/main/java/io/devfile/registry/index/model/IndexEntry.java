package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A stack or a sample. Immutable. The components stand in the order of the index's JSON.
 *
 * @param name never empty
 * @param version empty but for entries of the v1 index, and those that are written without versions
 * @param attributes free-form: nested maps, lists, text, numbers, booleans and nulls, copied all the way down with keys
 *     in name order; what JSON has no form for (a date, an infinity) is carried as its text
 * @param versions in the order of the index, highest first; empty for most samples
 */
public record IndexEntry(
        String name,
        String version,
        SortedMap<String, @Nullable Object> attributes,
        String displayName,
        String description,
        EntryType type,
        List<String> tags,
        List<String> architectures,
        String icon,
        String globalMemoryLimit,
        String projectType,
        String language,
        SortedMap<String, String> links,
        SortedMap<String, Boolean> commandGroups,
        SortedMap<String, Boolean> deploymentScopes,
        List<String> resources,
        List<String> starterProjects,
        Optional<GitOrigin> git,
        String provider,
        String supportUrl,
        List<IndexVersion> versions,
        Optional<OffsetDateTime> lastModified)
        implements IndexItem {

    /** @throws IllegalArgumentException when {@code name} is empty */
    public IndexEntry {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An entry of the index needs a name.");
        }
        attributes = Frozen.freeForm(attributes);
        tags = List.copyOf(tags);
        architectures = List.copyOf(architectures);
        links = Frozen.sorted(links);
        commandGroups = Frozen.sorted(commandGroups);
        deploymentScopes = Frozen.sorted(deploymentScopes);
        resources = List.copyOf(resources);
        starterProjects = List.copyOf(starterProjects);
        versions = List.copyOf(versions);
    }

    /** @param name not empty */
    public static IndexEntryBuilder builder(EntryType type, String name) {
        return new IndexEntryBuilder(type, name);
    }

    /** A builder that starts with all that this entry has. */
    public IndexEntryBuilder toBuilder() {
        return new IndexEntryBuilder(this);
    }

    /** The version to take when nobody asks for one; the first of several that say so. */
    public Optional<IndexVersion> defaultVersion() {
        return versions.stream().filter(IndexVersion::isDefault).findFirst();
    }

    /** The highest by {@link IndexVersion#ORDER}. */
    public Optional<IndexVersion> latestVersion() {
        return versions.stream().max(IndexVersion.ORDER);
    }

    /** The version with just this text; {@code latest} and {@code default} mean nothing here. */
    public Optional<IndexVersion> version(String text) {
        return versions.stream().filter(one -> one.version().equals(text)).findFirst();
    }

    static SortedMap<String, @Nullable Object> noAttributes() {
        return Frozen.freeForm(Map.of());
    }
}
