package io.devfile.registry.remote;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.toolkit.file.TreeLimits;
import io.devfile.registry.toolkit.file.TreeWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Zips of trees: files with their executable bits, symbolic links, and empty directories. On one platform, every byte
 * depends only on these: names are sorted, and all times are the earliest time of the zip format.
 */
final class TreeZip {

    private static final int FILE = UnixStat.FILE_FLAG | 0644;
    private static final int EXECUTABLE = UnixStat.FILE_FLAG | 0755;
    private static final int LINK = UnixStat.LINK_FLAG | 0777;
    private static final int DIRECTORY = UnixStat.DIR_FLAG | 0755;
    private static final int MODE_EXECUTE = 0100;

    /** 1 January 1980 in local time, as the zip format uses it; in milliseconds. */
    private static final long EPOCH = java.time.LocalDateTime.of(1980, 1, 1, 0, 0)
            .atZone(java.time.ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();

    private TreeZip() {}

    /**
     * Packs the content of a directory. Its links must not leave the directory.
     *
     * @param limit the maximum size of the zip, in bytes
     * @throws io.devfile.registry.content.TooLargeException if the zip is larger
     */
    static StoredFile pack(Path root, ContentStore store, long limit) throws IOException {
        TreeMap<String, Path> sorted = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(path -> !path.equals(root)).forEach(path -> sorted.put(name(root, path), path));
        }
        return store.add(
                out -> {
                    ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
                    zip.setEncoding(StandardCharsets.UTF_8.name());
                    for (var entry : sorted.entrySet()) {
                        add(zip, entry.getKey(), entry.getValue());
                    }
                    zip.finish();
                },
                limit);
    }

    /**
     * Unpacks a zip into an empty directory.
     *
     * @throws io.devfile.registry.toolkit.file.UnsafeTreeException if a file or link would leave the directory
     */
    static void unpack(StoredFile file, ContentStore store, Path root) throws IOException {
        TreeWriter writer = new TreeWriter(root, TreeLimits.DEFAULT);
        try (SeekableByteChannel channel = store.channel(file);
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    if (entry.isDirectory()) {
                        writer.directory(entry.getName());
                    } else if (entry.isUnixSymlink()) {
                        writer.link(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    } else {
                        writer.file(entry.getName(), (entry.getUnixMode() & MODE_EXECUTE) != 0, content);
                    }
                }
            }
        }
        writer.finish("");
    }

    private static String name(Path root, Path path) {
        List<String> parts = Stream.iterate(path, Path::getParent)
                .takeWhile(part -> !part.equals(root))
                .map(part -> part.getFileName().toString())
                .toList();
        StringBuilder name = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            name.append(parts.get(i)).append(i > 0 ? "/" : "");
        }
        return name.toString();
    }

    private static void add(ZipArchiveOutputStream zip, String name, Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            String target = Files.readSymbolicLink(path).toString();
            put(zip, name, LINK, out -> out.write(target.getBytes(StandardCharsets.UTF_8)));
        } else if (!Files.isDirectory(path)) {
            put(zip, name, isExecutable(path) ? EXECUTABLE : FILE, out -> copy(path, out));
        } else if (isEmpty(path)) {
            put(zip, name + "/", DIRECTORY, out -> {});
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void put(ZipArchiveOutputStream zip, String name, int mode, Content content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(EPOCH);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        content.writeTo(zip);
        zip.closeArchiveEntry();
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            in.transferTo(out);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    private static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
