package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The common part of the builders for entries and versions. A value that is not set is absent. Not thread-safe.
 *
 * @param <B> the builder that extends this one
 */
public abstract sealed class ItemBuilder<B extends ItemBuilder<B>> permits IndexEntryBuilder, IndexVersionBuilder {

    String description = "";
    List<String> tags = List.of();
    List<String> architectures = List.of();
    String icon = "";
    SortedMap<String, String> links = ImmutableCopies.sorted(Map.of());
    SortedMap<String, Boolean> commandGroups = ImmutableCopies.sorted(Map.of());
    SortedMap<String, Boolean> deploymentScopes = ImmutableCopies.sorted(Map.of());
    List<String> resources = List.of();
    List<String> starterProjects = List.of();
    Optional<GitOrigin> git = Optional.empty();
    Optional<OffsetDateTime> lastModified = Optional.empty();

    ItemBuilder() {}

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

    public B git(GitOrigin origin) {
        return git(Optional.of(origin));
    }

    public B git(Optional<GitOrigin> origin) {
        git = origin;
        return self();
    }

    public B lastModified(OffsetDateTime time) {
        return lastModified(Optional.of(time));
    }

    public B lastModified(Optional<OffsetDateTime> time) {
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
