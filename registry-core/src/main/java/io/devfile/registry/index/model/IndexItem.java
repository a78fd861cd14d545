package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an entry and a version have in common. Absent text is the empty string, absent collections are empty;
 * all collections are unmodifiable.
 */
public sealed interface IndexItem permits IndexEntry, IndexVersion {

    String description();

    List<String> tags();

    /** The supported architectures; empty if all are supported. */
    List<String> architectures();

    /** The address of an image. */
    String icon();

    /** Name to address, in name order. */
    SortedMap<String, String> links();

    /** Whether there is a command for each group ({@code build}, {@code run}, …), in name order. */
    SortedMap<String, Boolean> commandGroups();

    /** Whether it is intended for {@code innerloop} and {@code outerloop}, in name order. */
    SortedMap<String, Boolean> deploymentScopes();

    /** The names of the files in the artifact. */
    List<String> resources();

    /** The names of the starter projects. */
    List<String> starterProjects();

    @Nullable
    GitOrigin git();

    /** With the offset from the source, because the index writes the same offset. */
    @Nullable
    OffsetDateTime lastModified();

    /**
     * The common part of the builders. A value that is not set is absent. Not thread-safe.
     *
     * @param <B> the builder that extends this one
     */
    abstract sealed class Builder<B extends Builder<B>> permits IndexEntry.Builder, IndexVersion.Builder {

        String description = "";
        List<String> tags = List.of();
        List<String> architectures = List.of();
        String icon = "";
        SortedMap<String, String> links = ImmutableCopies.sorted(Map.of());
        SortedMap<String, Boolean> commandGroups = ImmutableCopies.sorted(Map.of());
        SortedMap<String, Boolean> deploymentScopes = ImmutableCopies.sorted(Map.of());
        List<String> resources = List.of();
        List<String> starterProjects = List.of();

        @Nullable
        GitOrigin git;

        @Nullable
        OffsetDateTime lastModified;

        Builder() {}

        abstract B self();

        public B description(String text) {
            description = text;
            return self();
        }

        public B tags(List<String> values) {
            tags = values;
            return self();
        }

        public B architectures(List<String> values) {
            architectures = values;
            return self();
        }

        public B icon(String address) {
            icon = address;
            return self();
        }

        public B links(Map<String, String> nameToAddress) {
            links = ImmutableCopies.sorted(nameToAddress);
            return self();
        }

        public B commandGroups(Map<String, Boolean> groupToPresence) {
            commandGroups = ImmutableCopies.sorted(groupToPresence);
            return self();
        }

        public B deploymentScopes(Map<String, Boolean> scopeToPresence) {
            deploymentScopes = ImmutableCopies.sorted(scopeToPresence);
            return self();
        }

        public B resources(List<String> fileNames) {
            resources = fileNames;
            return self();
        }

        public B starterProjects(List<String> names) {
            starterProjects = names;
            return self();
        }

        public B git(@Nullable GitOrigin origin) {
            git = origin;
            return self();
        }

        public B lastModified(@Nullable OffsetDateTime time) {
            lastModified = time;
            return self();
        }

        void copyFrom(IndexItem item) {
            description = item.description();
            tags = item.tags();
            architectures = item.architectures();
            icon = item.icon();
            links = item.links();
            commandGroups = item.commandGroups();
            deploymentScopes = item.deploymentScopes();
            resources = item.resources();
            starterProjects = item.starterProjects();
            git = item.git();
            lastModified = item.lastModified();
        }
    }
}
