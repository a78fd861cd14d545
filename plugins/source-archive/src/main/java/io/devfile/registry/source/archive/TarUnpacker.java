package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.TreeWriter;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Unpacks a tar: files, directories and symbolic links. Names are expected to be UTF-8. The library replaces invalid
 * bytes with question marks, so it is configured for Latin-1, which keeps the bytes.
 */
final class TarUnpacker {

    private static final int RECORD = TarConstants.DEFAULT_RCDSIZE;
    private static final int EXECUTABLE = 0100;

    private final TreeWriter writer;
    private final EntryTimes times;

    TarUnpacker(TreeWriter writer, EntryTimes times) {
        this.writer = writer;
        this.times = times;
    }

    /**
     * @throws UnsafeTreeException if an entry is not allowed
     * @throws IOException if the tar is damaged or truncated, even between two entries
     */
    void unpack(InputStream stream) throws IOException {
        TarBytes bytes = new TarBytes(stream);
        TarArchiveInputStream tar = new TarArchiveInputStream(
                bytes, TarConstants.DEFAULT_BLKSIZE, RECORD, StandardCharsets.ISO_8859_1.name());
        int entries = 0;
        long end = 0;
        for (Optional<TarArchiveEntry> next = next(tar); next.isPresent(); next = next(tar)) {
            TarArchiveEntry entry = next.get();
            boolean extended = bytes.isExtended();
            bytes.expect(entry.getSize());
            unpack(entry, name(entry.getName(), extended), name(entry.getLinkName(), extended), tar);
            entries++;
            end = bytes.position() + Math.floorMod(-entry.getSize(), RECORD);
            bytes.expect(0);
        }
        if (entries == 0) {
            throw new UnsafeTreeException("it is empty", "Pack it again, with its content.");
        }
        if (bytes.position() < end + RECORD) {
            throw new EOFException("its end marker is missing");
        }
        bytes.expect(0);
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        return Optional.ofNullable(tar.getNextEntry());
    }

    private void unpack(TarArchiveEntry entry, String name, String target, InputStream content) throws IOException {
        if (entry.isSparse()) {
            throw refused(name, "a sparse file", "Pack it without --sparse.");
        } else if (entry.isDirectory()) {
            writer.directory(name);
        } else if (entry.isSymbolicLink()) {
            writer.link(name, target);
            times.add(name, time(entry).orElse(null));
        } else if (entry.isLink()) {
            throw refused(name, "a hard link", "Pack it with --hard-dereference.");
        } else if (entry.isFile() && isRegular(entry)) {
            writer.file(name, (entry.getMode() & EXECUTABLE) != 0, content);
            times.add(name, time(entry).orElse(null));
        } else {
            throw refused(name, "neither a file nor a directory nor a link", "Pack it without devices and pipes.");
        }
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> true;
            default -> false;
        };
    }

    private static Optional<Instant> time(TarArchiveEntry entry) {
        return Optional.ofNullable(entry.getLastModifiedTime()).map(FileTime::toInstant);
    }

    /** @param extended whether the name may be from a header that is always in UTF-8 */
    private static String name(String latin, boolean extended) throws UnsafeTreeException {
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).equals(latin)) {
            return latin;
        }
        Optional<String> name = Names.utf8(bytes);
        if (name.isEmpty() && !extended) {
            throw Names.inAnotherEncoding(bytes);
        }
        return name.orElse(latin);
    }

    private static UnsafeTreeException refused(String name, String what, String remedy) {
        return new UnsafeTreeException("the entry " + Names.shown(name) + " is " + what, remedy);
    }
}
