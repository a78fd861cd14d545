package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a version's directory, stored in the content store.
 *
 * @param devfile the devfile's name
 * @param devfileBytes its content
 * @param files all files except ignored ones, by path relative to the directory
 * @param resources by name: files with a layer of their own, zips, and {@code archive.tar} with the other files
 * @param readme the beginning of README.md, for searches; empty if there is none
 */
record VersionFiles(
        String devfile,
        byte[] devfileBytes,
        SortedMap<String, StoredFile> files,
        SortedMap<String, StoredFile> resources,
        String readme) {

    VersionFiles {
        files = new TreeMap<>(files);
        resources = new TreeMap<>(resources);
    }

    /** These files as the content of a version. */
    VersionContent content(DevfileFacts facts, List<StarterProject> projects) {
        return new VersionContent(devfile, files, resources, projects, facts.keywords(), readme);
    }
}
