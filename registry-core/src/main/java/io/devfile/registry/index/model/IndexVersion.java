package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entry. Immutable. The components are in the order of the index's JSON.
 *
 * @param version never empty; as in the content, so not always a semantic version
 * @param schemaVersion the schema version of its devfile
 * @param isDefault whether it is used if a request names no version
 */
public record IndexVersion(
        String version,
        String schemaVersion,
        boolean isDefault,
        @Nullable GitOrigin git,
        String description,
        List<String> tags,
        List<String> architectures,
        String icon,
        SortedMap<String, String> links,
        SortedMap<String, Boolean> commandGroups,
        SortedMap<String, Boolean> deploymentScopes,
        List<String> resources,
        List<String> starterProjects,
        @Nullable OffsetDateTime lastModified)
        implements IndexItem {

    /** By the version number, lowest first; see {@link VersionNumber#ORDER}. */
    public static final Comparator<IndexVersion> ORDER =
            Comparator.comparing(IndexVersion::version, VersionNumber.ORDER);

    /** @throws IllegalArgumentException if {@code version} is empty */
    public IndexVersion {
        if (version.isEmpty()) {
            throw new IllegalArgumentException("A version of an entry needs a version, such as 1.0.0.");
        }
        tags = List.copyOf(tags);
        architectures = List.copyOf(architectures);
        links = ImmutableCopies.sorted(links);
        commandGroups = ImmutableCopies.sorted(commandGroups);
        deploymentScopes = ImmutableCopies.sorted(deploymentScopes);
        resources = List.copyOf(resources);
        starterProjects = List.copyOf(starterProjects);
    }

    /** @param version not empty */
    public static Builder builder(String version) {
        return new Builder(version);
    }

    /** A builder that starts with all values of this version. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Builds a version. A value that is not set is absent. Not thread-safe. */
    public static final class Builder extends IndexItem.Builder<Builder> {

        private final String version;
        private String schemaVersion = "";
        private boolean isDefault;

        Builder(String version) {
            this.version = version;
        }

        Builder(IndexVersion from) {
            this(from.version());
            copyFrom(from);
            schemaVersion = from.schemaVersion();
            isDefault = from.isDefault();
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder schemaVersion(String text) {
            schemaVersion = text;
            return this;
        }

        public Builder isDefault(boolean yes) {
            isDefault = yes;
            return this;
        }

        /** @throws IllegalArgumentException if the version is empty */
        public IndexVersion build() {
            return new IndexVersion(
                    version,
                    schemaVersion,
                    isDefault,
                    git,
                    description,
                    tags,
                    architectures,
                    icon,
                    links,
                    commandGroups,
                    deploymentScopes,
                    resources,
                    starterProjects,
                    lastModified);
        }
    }
}
