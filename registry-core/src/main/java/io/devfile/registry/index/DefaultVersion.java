package io.devfile.registry.index;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.util.List;
import java.util.Optional;

/** The effects of the default version on its entry. */
public final class DefaultVersion {

    /** The tag for deprecated entries; compared exactly. */
    public static final String DEPRECATED = "Deprecated";

    private DefaultVersion() {}

    /**
     * The entry as in the v1 index, with the default version folded in. An entry without versions is unchanged; an
     * entry with versions but without a default is left out.
     */
    static Optional<IndexEntry> foldInto(IndexEntry entry) {
        if (entry.versions().isEmpty()) {
            return Optional.of(entry);
        }
        return entry.defaultVersion().map(version -> fold(entry, version));
    }

    private static IndexEntry fold(IndexEntry entry, IndexVersion version) {
        IndexEntry.Builder folded = entry.toBuilder().versions(List.of());
        if (!version.tags().isEmpty()) {
            folded.tags(version.tags());
        }
        if (!version.architectures().isEmpty()) {
            folded.architectures(version.architectures());
        }
        if (entry.type() == EntryType.SAMPLE) {
            return folded.git(version.git()).build();
        }
        return folded.links(version.links())
                .resources(version.resources())
                .starterProjects(version.starterProjects())
                .version(version.version())
                .build();
    }

    /** Whether the entry, or its default version, has the tag {@link #DEPRECATED}. */
    public static boolean isDeprecated(IndexEntry entry) {
        return entry.tags().contains(DEPRECATED)
                || entry.defaultVersion()
                        .filter(version -> version.tags().contains(DEPRECATED))
                        .isPresent();
    }
}
