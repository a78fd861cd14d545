package io.devfile.registry.bundle;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The executable files of a version; only its {@code archive.tar} contains this information. */
final class PackedModes {

    private static final String ARCHIVE = "archive.tar";
    private static final int MODE_EXECUTE = 0100;

    private final Set<String> executables;

    private PackedModes(Set<String> executables) {
        this.executables = executables;
    }

    /** @throws IOException if the content no longer exists */
    static PackedModes of(VersionContent content, ContentStore store) throws IOException {
        Optional<StoredFile> packed = content.files().containsKey(ARCHIVE)
                ? Optional.empty()
                : Optional.ofNullable(content.resources().get(ARCHIVE));
        Set<String> executables = new HashSet<>();
        if (packed.isPresent()) {
            try (InputStream bytes = new BufferedInputStream(store.open(packed.get()));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(bytes))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (!entry.isDirectory() && (entry.getMode() & MODE_EXECUTE) != 0) {
                        executables.add(entry.getName());
                    }
                }
            }
        }
        return new PackedModes(executables);
    }

    boolean isExecutable(String path) {
        return executables.contains(path);
    }
}
