package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.toolkit.file.DurableFiles;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code index.json} of each repository. An index is cached as long as the file is unchanged. A lookup only reads
 * the file's attributes, and changes by other tools are detected, too.
 */
final class IndexFiles {

    /** Enough for a hundred thousand tags, and not too much for a small heap. */
    private static final int MAX_SIZE = 32 * 1024 * 1024;

    private static final String MARKER_TEXT = "{\"imageLayoutVersion\":\"1.0.0\"}";

    private static final System.Logger LOG = System.getLogger(IndexFiles.class.getName());

    private final Map<RepositoryName, Cached> cache = new ConcurrentHashMap<>();

    /** The index; empty if there is no such repository. */
    LayoutIndex read(RepositoryDirectory repository) throws OciBackendException {
        Attempt attempt = new Attempt("read the index " + repository.index());
        try {
            return readCached(repository);
        } catch (NoSuchFileException e) {
            cache.remove(repository.name());
            return LayoutIndex.EMPTY;
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    /** Replaces the index; the caller is the only writer of the repository. */
    void write(RepositoryDirectory repository, LayoutIndex index) throws OciBackendException {
        Attempt attempt = new Attempt("write the index " + repository.index());
        byte[] bytes = IndexJson.format(index);
        if (bytes.length > MAX_SIZE) {
            throw attempt.refused(
                    "it would have more than " + MAX_SIZE + " bytes", "Delete manifests that are no longer in use.");
        }
        try {
            if (!Files.exists(repository.marker())) {
                DurableFiles.write(repository.marker(), MARKER_TEXT.getBytes(StandardCharsets.UTF_8));
            }
            if (isDamaged(repository)) {
                Files.move(repository.index(), repository.damagedIndex(), StandardCopyOption.REPLACE_EXISTING);
            }
            DurableFiles.write(repository.index(), bytes);
            cache.put(repository.name(), new Cached(Stamp.of(repository), index, false));
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    private LayoutIndex readCached(RepositoryDirectory repository) throws IOException {
        Cached seen = cache.get(repository.name());
        Stamp stamp = Stamp.of(repository);
        if (seen != null && seen.stamp().equals(stamp)) {
            return seen.index();
        }
        Cached loaded = load(repository, stamp);
        keep(repository.name(), seen, loaded);
        return loaded.index();
    }

    /** Caches the loaded index unless a writer has cached a newer one. */
    private void keep(RepositoryName repository, @Nullable Cached seen, Cached loaded) {
        if (seen != null) {
            cache.replace(repository, seen, loaded);
        } else {
            cache.putIfAbsent(repository, loaded);
        }
    }

    /**
     * A damaged index is treated as empty, so that content in use is stored again; the next writer renames the damaged
     * file.
     */
    private static Cached load(RepositoryDirectory repository, Stamp stamp) throws IOException {
        try {
            return new Cached(stamp, IndexJson.parse(BoundedFile.read(repository.index(), MAX_SIZE)), false);
        } catch (MalformedJson e) {
            LOG.log(
                    Level.WARNING,
                    "Tried to read the index " + repository.index() + ", but it is damaged: " + e.getMessage()
                            + ". The repository counts as empty until its content is stored again; the damaged file is"
                            + " kept as " + repository.damagedIndex() + ".");
            return new Cached(stamp, LayoutIndex.EMPTY, true);
        }
    }

    private boolean isDamaged(RepositoryDirectory repository) {
        return Optional.ofNullable(cache.get(repository.name()))
                .filter(Cached::damaged)
                .isPresent();
    }

    /** @param stamp taken before the file was read; if the content is newer, the file is read once more */
    private record Cached(Stamp stamp, LayoutIndex index, boolean damaged) {

        /** Compares identity, to distinguish two reads of the file. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Distinguishes two versions of a file; each version is a separate file with the same name. */
    private record Stamp(@Nullable Object fileKey, FileTime modified, long size) {

        static Stamp of(RepositoryDirectory repository) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(repository.index(), BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        }
    }
}
