package io.devfile.registry.bundle;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one version, to which further files are added. For one thread. */
final class VersionFolder {

    private static final String DEVFILE = "devfile.yaml";
    private static final String HIDDEN_DEVFILE = ".devfile.yaml";

    private final SortedMap<String, BundledFile> files = new TreeMap<>();
    private final String devfile;

    private VersionFolder(String devfile) {
        this.devfile = devfile;
    }

    /** @throws IOException if the content no longer exists */
    static VersionFolder of(VersionContent content, ContentStore store) throws IOException {
        VersionFolder folder = new VersionFolder(content.devfile());
        PackedModes modes = PackedModes.of(content, store);
        content.files()
                .forEach(
                        (path, file) -> folder.files.put(path, new BundledFile(store, file, modes.isExecutable(path))));
        if (content.devfile().equals(DEVFILE)) {
            // repositories of samples may have both, sources may not
            folder.files.remove(HIDDEN_DEVFILE);
        }
        return folder;
    }

    /** The path of the devfile. */
    String devfile() {
        return devfile;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** Adds or replaces a file. */
    void put(String path, ContentStore store, StoredFile file) {
        boolean executable = Optional.ofNullable(files.get(path))
                .map(BundledFile::executable)
                .orElse(false);
        files.put(path, new BundledFile(store, file, executable));
    }

    /** The bytes of a file that must exist and be small. */
    byte[] read(String path) throws IOException {
        BundledFile file = Optional.ofNullable(files.get(path)).orElseThrow();
        return file.store().read(file.file());
    }

    /** Whether a file is small enough to be read as YAML. */
    boolean isReadable(String path) {
        return has(path) && files.get(path).file().size() <= 1024 * 1024;
    }

    /** All files, with a directory as the prefix of their paths. */
    SortedMap<String, BundledFile> below(String directory) {
        SortedMap<String, BundledFile> all = new TreeMap<>();
        files.forEach((path, file) -> all.put(directory + "/" + path, file));
        return all;
    }
}
