package io.devfile.registry.catalog;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.search.SearchTexts;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the index, its origin, and the files of its versions.
 *
 * @param directory the name of the stack's directory, after which its artifacts are named; empty for an entry that is
 *     described in place
 * @param source the name of the source
 * @param revision the source's revision
 * @param stackYaml the file that describes the stack, if it has one
 * @param versions the versions whose files are available, by version; the key is the empty string for an entry without
 *     versions
 */
public record CatalogEntry(
        IndexEntry entry,
        String directory,
        String source,
        String revision,
        @Nullable StoredFile stackYaml,
        Map<String, VersionContent> versions) {

    /** The prefix of all repository names. */
    public static final String NAMESPACE = "devfile-catalog/";

    @JsonbCreator
    public CatalogEntry {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** An entry without a {@code stack.yaml}. */
    public CatalogEntry(
            IndexEntry entry, String directory, String source, String revision, Map<String, VersionContent> versions) {
        this(entry, directory, source, revision, null, versions);
    }

    /** This entry, unchanged, for another revision of its source. */
    public CatalogEntry at(String newRevision) {
        return new CatalogEntry(entry, directory, source, newRevision, stackYaml, versions);
    }

    /** The files of a version. */
    public Optional<VersionContent> content(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** What all versions are found by, in addition to the index. */
    public SearchTexts searchTexts() {
        return new SearchTexts(
                distinct(content -> content.keywords().stream()), distinct(content -> Stream.of(content.readme())));
    }

    private Set<String> distinct(Function<VersionContent, Stream<String>> texts) {
        return versions.values().stream().flatMap(texts).collect(Collectors.toUnmodifiableSet());
    }

    /** All files of this entry that are in the content store; a file may occur more than once. */
    public Stream<StoredFile> stored() {
        return Stream.concat(
                Stream.ofNullable(stackYaml), versions.values().stream().flatMap(VersionContent::stored));
    }

    /** The repository of the stack's artifacts; empty if it has none. */
    public Optional<String> repository() {
        return directory.isEmpty() ? Optional.empty() : Optional.of(NAMESPACE + directory);
    }
}
