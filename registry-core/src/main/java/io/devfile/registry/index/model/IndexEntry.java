package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A stack or a sample. Immutable. The components are in the order of the index's JSON.
 *
 * @param name never empty
 * @param version empty, except for entries of the v1 index and entries that are described without versions
 * @param attributes free-form: nested maps, lists, text, numbers, booleans and nulls, as a deep copy with keys in name
 *     order; a value that JSON does not support (a date, an infinity) is converted to text
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
        @Nullable GitOrigin git,
        String provider,
        String supportUrl,
        List<IndexVersion> versions,
        @Nullable OffsetDateTime lastModified)
        implements IndexItem {

    /** @throws IllegalArgumentException if {@code name} is empty */
    public IndexEntry {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An entry of the index needs a name.");
        }
        attributes = ImmutableCopies.freeForm(attributes);
        tags = List.copyOf(tags);
        architectures = List.copyOf(architectures);
        links = ImmutableCopies.sorted(links);
        commandGroups = ImmutableCopies.sorted(commandGroups);
        deploymentScopes = ImmutableCopies.sorted(deploymentScopes);
        resources = List.copyOf(resources);
        starterProjects = List.copyOf(starterProjects);
        versions = List.copyOf(versions);
    }

    /** @param name not empty */
    public static Builder builder(EntryType type, String name) {
        return new Builder(type, name);
    }

    /** A builder that starts with all values of this entry. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * The version to use if a request names no version; if several versions are marked as default, the first of them.
     */
    public Optional<IndexVersion> defaultVersion() {
        return versions.stream().filter(IndexVersion::isDefault).findFirst();
    }

    /** The highest version by {@link IndexVersion#ORDER}. */
    public Optional<IndexVersion> latestVersion() {
        return versions.stream().max(IndexVersion.ORDER);
    }

    /** The version with exactly this text; {@code latest} and {@code default} have no special meaning here. */
    public Optional<IndexVersion> version(String text) {
        return versions.stream().filter(one -> one.version().equals(text)).findFirst();
    }

    static SortedMap<String, @Nullable Object> noAttributes() {
        return ImmutableCopies.freeForm(Map.of());
    }

    /** Builds an entry. A value that is not set is absent. Not thread-safe. */
    public static final class Builder extends IndexItem.Builder<Builder> {

        private final EntryType type;
        private final String name;
        private String version = "";
        private SortedMap<String, @Nullable Object> attributes = IndexEntry.noAttributes();
        private String displayName = "";
        private String globalMemoryLimit = "";
        private String projectType = "";
        private String language = "";
        private String provider = "";
        private String supportUrl = "";
        private List<IndexVersion> versions = List.of();

        Builder(EntryType type, String name) {
            this.type = type;
            this.name = name;
        }

        Builder(IndexEntry entry) {
            this(entry.type(), entry.name());
            copyFrom(entry);
            version = entry.version();
            attributes = entry.attributes();
            displayName = entry.displayName();
            globalMemoryLimit = entry.globalMemoryLimit();
            projectType = entry.projectType();
            language = entry.language();
            provider = entry.provider();
            supportUrl = entry.supportUrl();
            versions = entry.versions();
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder version(String text) {
            version = text;
            return this;
        }

        /** @param values free-form, see {@link IndexEntry#attributes()} */
        public Builder attributes(Map<String, ? extends @Nullable Object> values) {
            attributes = ImmutableCopies.freeForm(values);
            return this;
        }

        public Builder displayName(String text) {
            displayName = text;
            return this;
        }

        public Builder globalMemoryLimit(String text) {
            globalMemoryLimit = text;
            return this;
        }

        public Builder projectType(String text) {
            projectType = text;
            return this;
        }

        public Builder language(String text) {
            language = text;
            return this;
        }

        public Builder provider(String text) {
            provider = text;
            return this;
        }

        public Builder supportUrl(String address) {
            supportUrl = address;
            return this;
        }

        public Builder versions(List<IndexVersion> highestFirst) {
            versions = highestFirst;
            return this;
        }

        /** @throws IllegalArgumentException if the name is empty */
        public IndexEntry build() {
            return new IndexEntry(
                    name,
                    version,
                    attributes,
                    displayName,
                    description,
                    type,
                    tags,
                    architectures,
                    icon,
                    globalMemoryLimit,
                    projectType,
                    language,
                    links,
                    commandGroups,
                    deploymentScopes,
                    resources,
                    starterProjects,
                    git,
                    provider,
                    supportUrl,
                    versions,
                    lastModified);
        }
    }
}
