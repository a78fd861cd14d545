package io.devfile.registry.catalog;

import io.devfile.registry.content.StoredFile;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one version.
 *
 * @param devfile the name of the devfile among the files
 * @param files all files in the directory of the devfile and below, by path with {@code /}
 * @param resources the files that the index lists, which are also in the artifact except for zips: the files with their
 *     own layer by name, and the other files packed as {@code archive.tar}
 * @param starterProjects in the devfile's order
 * @param keywords what the devfile is found by, in addition to the index: images, commands and ports
 * @param readme the beginning of its README; empty if it has none
 */
public record VersionContent(
        String devfile,
        SortedMap<String, StoredFile> files,
        SortedMap<String, StoredFile> resources,
        List<StarterProject> starterProjects,
        List<String> keywords,
        String readme) {

    @JsonbCreator
    public VersionContent {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        starterProjects = List.copyOf(starterProjects);
        keywords = List.copyOf(keywords);
    }

    /** Files without a devfile that could be searched. */
    public VersionContent(
            String devfile,
            SortedMap<String, StoredFile> files,
            SortedMap<String, StoredFile> resources,
            List<StarterProject> starterProjects) {
        this(devfile, files, resources, starterProjects, List.of(), "");
    }

    /** The devfile itself. */
    public StoredFile devfileContent() {
        return Optional.ofNullable(files.get(devfile))
                .orElseThrow(() -> new IllegalStateException("No file " + devfile + " among " + files.keySet()));
    }

    /** A file by its path, or a resource by its name. */
    public Optional<StoredFile> file(String path) {
        return Optional.ofNullable(files.get(path)).or(() -> Optional.ofNullable(resources.get(path)));
    }

    /** All files of this version that are in the content store; a file may occur more than once. */
    public Stream<StoredFile> stored() {
        Stream<StoredFile> zips = starterProjects.stream().flatMap(project -> Stream.ofNullable(project.offline()));
        return Stream.concat(Stream.concat(files.values().stream(), resources.values().stream()), zips);
    }

    /** The starter project with this name. */
    public Optional<StarterProject> starterProject(String name) {
        return starterProjects.stream()
                .filter(project -> project.name().equals(name))
                .findFirst();
    }
}
