package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.TreeLimits;
import io.devfile.registry.toolkit.file.TreeWriter;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import io.devfile.registry.toolkit.snapshot.Directories;
import io.devfile.registry.toolkit.snapshot.SnapshotStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive to a tree.
 *
 * @param strip whether a single directory at the top level is omitted
 * @param subdir the directory that is the root of the tree, or an empty text
 */
record Unpacking(TreeLimits limits, boolean strip, String subdir) {

    /** Top-level directories of a registry repository: they are content even if there is only one of them. */
    private static final Set<String> CONTENT = Set.of("stacks", "samples");

    /**
     * Unpacks into an empty directory.
     *
     * @throws UnsafeTreeException if an entry of the archive is not allowed
     * @throws IOException if the archive is damaged or the disk fails
     */
    SnapshotStore.Tree unpack(ArchiveFile archive, Path place) throws IOException, SourceException {
        TreeWriter writer = new TreeWriter(place, limits);
        EntryTimes times = new EntryTimes(archive.changed(), Instant.now());
        try {
            write(archive.file(), new Expansion(Files.size(archive.file())), writer, times);
        } catch (RuntimeException e) {
            // thrown by the library for some kinds of damage
            throw new IOException(e.toString(), e);
        }
        String root = root(writer.onlyDirectory().orElse(null));
        return new SnapshotStore.Tree(writer.finish(root), Directories.changed(times.below(root)));
    }

    private String root(@Nullable String top) {
        return top != null && strip && !CONTENT.contains(top) ? top + "/" + subdir : subdir;
    }

    private void write(Path file, Expansion expansion, TreeWriter writer, EntryTimes times) throws IOException {
        ArchiveFormat format = ArchiveFormat.of(file);
        if (format == ArchiveFormat.ZIP) {
            new ZipUnpacker(writer, times, expansion, limits.entries()).unpack(file);
            return;
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file));
                InputStream tar = expansion.watch(
                        switch (format) {
                            case TAR_GZ ->
                                GzipCompressorInputStream.builder()
                                        .setInputStream(stream)
                                        .setDecompressConcatenated(true)
                                        .get();
                            case TAR_ZST -> new ZstdCompressorInputStream(stream);
                            default -> stream;
                        })) {
            new TarUnpacker(writer, times).unpack(tar);
        }
    }
}
