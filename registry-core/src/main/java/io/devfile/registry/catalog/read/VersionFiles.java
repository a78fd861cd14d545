package io.devfile.registry.catalog.read;

import io.devfile.registry.content.StoredFile;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a version's directory, stored in the content store.
 *
 * @param devfile the devfile's name
 * @param devfileBytes its content
 * @param files all files except ignored ones, by path relative to the directory
 * @param resources by name: files with a layer of their own, zips, and {@code archive.tar} with the other files
 */
record VersionFiles(
        String devfile,
        byte[] devfileBytes,
        SortedMap<String, StoredFile> files,
        SortedMap<String, StoredFile> resources) {

    VersionFiles {
        files = new TreeMap<>(files);
        resources = new TreeMap<>(resources);
    }
}
