package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.TreeWriter;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import io.devfile.registry.toolkit.file.ZipDirectoryLimit;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Unpacks a zip according to its central directory, and checks sizes and checksums. */
final class ZipUnpacker {

    private static final Set<ZipMethod> METHODS =
            Set.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED);
    private static final int TARGET_BYTES = 4096;
    private static final int EXECUTABLE = 0100;
    private static final int ENTRY_BYTES = 512;

    private final TreeWriter writer;
    private final EntryTimes times;
    private final Expansion expansion;
    private final long maximumEntries;

    ZipUnpacker(TreeWriter writer, EntryTimes times, Expansion expansion, long maximumEntries) {
        this.writer = writer;
        this.times = times;
        this.expansion = expansion;
        this.maximumEntries = maximumEntries;
    }

    /**
     * @throws UnsafeTreeException if an entry is not allowed
     * @throws IOException if the zip is damaged or truncated
     */
    void unpack(Path file) throws IOException {
        try (ZipDirectoryLimit channel =
                        new ZipDirectoryLimit(Files.newByteChannel(file), maximumEntries, ENTRY_BYTES);
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setCharset(StandardCharsets.UTF_8)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            channel.lift();
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            if (!entries.hasMoreElements()) {
                throw new UnsafeTreeException("it is empty", "Pack it again, with its content.");
            }
            while (entries.hasMoreElements()) {
                unpack(zip, entries.nextElement());
            }
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        byte[] raw = entry.getRawName();
        String name = entry.getName();
        if (Names.utf8(raw).isEmpty()) {
            throw Names.inAnotherEncoding(raw);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refused(
                    name, "encrypted", "Pack it without a password; use https and credentials to keep it secret.");
        }
        int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
        if (entry.isDirectory()) {
            writer.directory(name);
        } else if (type == UnixStat.LINK_FLAG) {
            writer.link(name, target(zip, entry));
            times.add(name, time(entry).orElse(null));
        } else if (type == UnixStat.FILE_FLAG || type == 0) {
            try (CheckedInputStream content = content(zip, entry)) {
                writer.file(name, (entry.getUnixMode() & EXECUTABLE) != 0, content);
                check(entry, content);
            }
            times.add(name, time(entry).orElse(null));
        } else {
            throw refused(name, "neither a file nor a directory nor a link", "Pack it without devices and pipes.");
        }
    }

    private String target(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (CheckedInputStream content = content(zip, entry)) {
            byte[] target = content.readNBytes(TARGET_BYTES);
            check(entry, content);
            return Names.utf8(target).orElseThrow(() -> Names.inAnotherEncoding(target));
        }
    }

    private CheckedInputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        if (method == null || !METHODS.contains(method)) {
            throw refused(entry.getName(), "compressed with an unsupported method", "Pack it with the method deflate.");
        }
        return new CheckedInputStream(expansion.watch(zip.getInputStream(entry)), new CRC32());
    }

    private static void check(ZipArchiveEntry entry, CheckedInputStream content) throws IOException {
        if (content.read() >= 0 || content.getChecksum().getValue() != entry.getCrc()) {
            throw new EOFException("the checksum of " + Names.shown(entry.getName()) + " is wrong");
        }
    }

    private static Optional<Instant> time(ZipArchiveEntry entry) {
        return Optional.ofNullable(entry.getLastModifiedTime()).map(FileTime::toInstant);
    }

    private static UnsafeTreeException refused(String name, String what, String remedy) {
        return new UnsafeTreeException("the entry " + Names.shown(name) + " is " + what, remedy);
    }
}
