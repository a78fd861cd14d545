package io.devfile.registry.icon;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The icons of a state that this server has. Immutable; equal to another instance with the same icons and findings. */
public final class Icons {

    /** No icons. */
    public static final Icons NONE = new Icons(Map.of(), List.of());

    private final Map<IconPlace, IconFile> files;
    private final Map<String, IconFile> byDigest = new HashMap<>();
    private final List<Finding> findings;

    Icons(Map<IconPlace, IconFile> files, List<Finding> findings) {
        this.files = Map.copyOf(files);
        this.findings = List.copyOf(findings);
        files.values().forEach(icon -> byDigest.put(icon.digest().hex(), icon));
    }

    /** The icons by place. */
    public Map<IconPlace, IconFile> files() {
        return files;
    }

    /** The findings about icons with problems. */
    public List<Finding> findings() {
        return findings;
    }

    /** The icon at an address as in the index: http, https or {@code data:}. */
    public Optional<IconFile> local(String address) {
        return at(IconPlace.of(address));
    }

    /** The entry's own icon. */
    public Optional<IconFile> local(IndexEntry entry) {
        return at(IconPlace.of(entry));
    }

    /** The icon of one of the entry's versions. */
    public Optional<IconFile> local(IndexEntry entry, IndexVersion version) {
        return at(IconPlace.of(entry, version));
    }

    /** The icon at a place. */
    public Optional<IconFile> at(IconPlace place) {
        return Optional.ofNullable(files.get(place));
    }

    /**
     * The icon that is served under a digest.
     *
     * @param hex the hexadecimal digits of its SHA-256
     */
    public Optional<IconFile> withDigest(String hex) {
        return Optional.ofNullable(byDigest.get(hex));
    }

    /** A text that is equal for two instances only if their icons and findings are equal. */
    public String fingerprint() {
        return Stream.concat(
                        files.entrySet().stream()
                                .map(file ->
                                        file.getKey() + " " + file.getValue().digest())
                                .sorted(),
                        findings.stream().map(Finding::toString))
                .collect(Collectors.joining("\n"));
    }

    /** The files of these icons. */
    public Stream<StoredFile> content() {
        return byDigest.values().stream().map(IconFile::file);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Icons icons && files.equals(icons.files) && findings.equals(icons.findings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(files, findings);
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
