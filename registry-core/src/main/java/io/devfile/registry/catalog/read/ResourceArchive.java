package io.devfile.registry.catalog.read;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Packs files into a gzipped tar. Each byte depends only on the paths, the content and whether a file is executable:
 * the entries are sorted, include the directories that clients need to unpack, have no owner, and are dated 1970.
 */
final class ResourceArchive {

    private static final int DIRECTORY_MODE = 0755;
    private static final int FILE_MODE = 0644;
    private static final int EXECUTABLE_MODE = 0755;

    private final SortedMap<String, StoredFile> files;
    private final Set<String> executables;

    ResourceArchive(Map<String, StoredFile> files, Set<String> executables) {
        this.files = new TreeMap<>(files);
        this.executables = executables;
    }

    StoredFile store(ContentStore store) throws IOException {
        return store.add(out -> write(store, out), Limits.VERSION_SIZE + Limits.FILE_SIZE);
    }

    private void write(ContentStore store, OutputStream out) throws IOException {
        StoredGzip gzip = new StoredGzip(out);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        for (var entry : withDirectories().entrySet()) {
            tar.putArchiveEntry(header(entry.getKey(), entry.getValue()));
            if (!entry.getKey().endsWith("/")) {
                try (InputStream content = store.open(entry.getValue())) {
                    content.transferTo(tar);
                }
            }
            tar.closeArchiveEntry();
        }
        tar.finish();
        gzip.finish();
    }

    private TarArchiveEntry header(String path, StoredFile file) {
        boolean directory = path.endsWith("/");
        TarArchiveEntry header =
                new TarArchiveEntry(path, directory ? TarConstants.LF_DIR : TarConstants.LF_NORMAL, true);
        header.setMode(directory ? DIRECTORY_MODE : executables.contains(path) ? EXECUTABLE_MODE : FILE_MODE);
        header.setIds(0, 0);
        header.setNames("", "");
        header.setModTime(0L);
        header.setSize(directory ? 0 : file.size());
        return header;
    }

    /** The files, and every directory that contains one of them, with a trailing slash and before its content. */
    private SortedMap<String, StoredFile> withDirectories() {
        SortedMap<String, StoredFile> all = new TreeMap<>(files);
        files.forEach((path, file) -> {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                all.put(path.substring(0, slash + 1), file);
            }
        });
        return all;
    }
}
