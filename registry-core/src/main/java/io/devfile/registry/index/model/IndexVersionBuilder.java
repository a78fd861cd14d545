package io.devfile.registry.index.model;

/** Builds a version. A value that is not set is absent. Not thread-safe. */
public final class IndexVersionBuilder extends ItemBuilder<IndexVersionBuilder> {

    private final String version;
    private String schemaVersion = "";
    private boolean isDefault;

    IndexVersionBuilder(String version) {
        this.version = version;
    }

    IndexVersionBuilder(IndexVersion from) {
        this(from.version());
        copyFrom(from);
        schemaVersion = from.schemaVersion();
        isDefault = from.isDefault();
    }

    @Override
    IndexVersionBuilder self() {
        return this;
    }

    public IndexVersionBuilder schemaVersion(String text) {
        schemaVersion = text;
        return this;
    }

    public IndexVersionBuilder isDefault(boolean yes) {
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
