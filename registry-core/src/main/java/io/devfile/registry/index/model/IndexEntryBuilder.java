package io.devfile.registry.index.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Builds an entry. A value that is not set is absent. Not thread-safe. */
public final class IndexEntryBuilder extends ItemBuilder<IndexEntryBuilder> {

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

    IndexEntryBuilder(EntryType type, String name) {
        this.type = type;
        this.name = name;
    }

    IndexEntryBuilder(IndexEntry entry) {
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
    IndexEntryBuilder self() {
        return this;
    }

    public IndexEntryBuilder version(String text) {
        version = text;
        return this;
    }

    /** @param values free-form, see {@link IndexEntry#attributes()} */
    public IndexEntryBuilder attributes(Map<String, ? extends @Nullable Object> values) {
        attributes = ImmutableCopies.freeForm(values);
        return this;
    }

    public IndexEntryBuilder displayName(String text) {
        displayName = text;
        return this;
    }

    public IndexEntryBuilder globalMemoryLimit(String text) {
        globalMemoryLimit = text;
        return this;
    }

    public IndexEntryBuilder projectType(String text) {
        projectType = text;
        return this;
    }

    public IndexEntryBuilder language(String text) {
        language = text;
        return this;
    }

    public IndexEntryBuilder provider(String text) {
        provider = text;
        return this;
    }

    public IndexEntryBuilder supportUrl(String address) {
        supportUrl = address;
        return this;
    }

    public IndexEntryBuilder versions(List<IndexVersion> highestFirst) {
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
