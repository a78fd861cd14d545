package io.devfile.registry.catalog;

import io.devfile.registry.index.model.IndexEntry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An entry of the index, where it comes from, and the files of its versions.
 *
 * @param directory the name of the stack's directory, which its artifacts are named after; empty for an entry that is
 *     described in place
 * @param source the name of the source
 * @param revision the source's revision
 * @param versions by version, those whose files are there; under the empty string for an entry without versions
 */
public record CatalogEntry(
        IndexEntry entry, String directory, String source, String revision, Map<String, VersionContent> versions) {

    /** What the names of all repositories begin with. */
    public static final String NAMESPACE = "devfile-catalog/";

    public CatalogEntry {
        versions = Map.copyOf(new TreeMap<>(versions));
    }

    /** This entry, found unchanged in another revision of its source. */
    public CatalogEntry at(String newRevision) {
        return new CatalogEntry(entry, directory, source, newRevision, versions);
    }

    /** The files of a version. */
    public Optional<VersionContent> content(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** The repository of the stack's artifacts, empty where it has none. */
    public Optional<String> repository() {
        return directory.isEmpty() ? Optional.empty() : Optional.of(NAMESPACE + directory);
    }
}
