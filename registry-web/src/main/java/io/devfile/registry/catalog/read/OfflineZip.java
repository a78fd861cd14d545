package io.devfile.registry.catalog.read;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The zip of a starter project, which is not trusted to be one. */
final class OfflineZip {

    private static final int ENTRIES = 50_000;
    private static final long UNPACKED_SIZE = 2L * 1024 * 1024 * 1024;

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");

    private final ContentStore store;
    private final StoredFile zip;

    OfflineZip(ContentStore store, StoredFile zip) {
        this.store = store;
        this.zip = zip;
    }

    /**
     * The zip as it is.
     *
     * @throws IOException where it is none, or would write outside of where it is unpacked
     */
    StoredFile checked() throws IOException {
        try (SeekableByteChannel channel = store.channel(zip);
                ZipFile opened = open(channel)) {
            entries(opened);
            return zip;
        }
    }

    /**
     * A zip of what is in one directory, with paths relative to it. The compressed content is copied as it is, so the
     * same zip always gives the same bytes.
     *
     * @throws IOException as {@link #checked()}, and where there is no such directory
     */
    StoredFile only(String subDir) throws IOException {
        String prefix = subDir.replaceFirst("^(\\./|/)+", "").replaceFirst("/*$", "/");
        if (prefix.equals("/") || prefix.equals("./")) {
            return checked();
        }
        try (SeekableByteChannel channel = store.channel(zip);
                ZipFile opened = open(channel)) {
            List<ZipArchiveEntry> inside = entries(opened).stream()
                    .filter(entry -> entry.getName().startsWith(prefix)
                            && entry.getName().length() > prefix.length())
                    .toList();
            if (inside.isEmpty()) {
                throw new IOException("there is no directory " + EntryName.quote(subDir) + " in it");
            }
            return store.add(
                    out -> {
                        ZipArchiveOutputStream smaller = new ZipArchiveOutputStream(out);
                        for (ZipArchiveEntry entry : inside) {
                            smaller.addRawArchiveEntry(
                                    renamed(entry, entry.getName().substring(prefix.length())),
                                    opened.getRawInputStream(entry));
                        }
                        smaller.finish();
                    },
                    Limits.FILE_SIZE);
        }
    }

    private static ZipArchiveEntry renamed(ZipArchiveEntry entry, String name) throws IOException {
        ZipArchiveEntry copy = new ZipArchiveEntry(name);
        copy.setMethod(entry.getMethod());
        copy.setTime(entry.getTime());
        copy.setSize(entry.getSize());
        copy.setCompressedSize(entry.getCompressedSize());
        copy.setCrc(entry.getCrc());
        if (entry.getUnixMode() != 0) {
            copy.setUnixMode(entry.getUnixMode());
        }
        return copy;
    }

    private static ZipFile open(SeekableByteChannel channel) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(channel).get();
        } catch (IOException e) {
            throw new IOException("it is not a zip, or not all of one", e);
        }
    }

    private static List<ZipArchiveEntry> entries(ZipFile opened) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(opened.getEntries());
        if (entries.size() > ENTRIES) {
            throw new IOException("it has more than " + ENTRIES + " entries");
        }
        long size = 0;
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            boolean leaves = name.startsWith("/")
                    || DRIVE.matcher(name).find()
                    || name.contains("\\")
                    || name.indexOf('\0') >= 0
                    || List.of(name.split("/", -1)).contains("..");
            if (leaves) {
                throw new IOException("the entry " + EntryName.quote(name) + " leads out of it");
            }
            if (entry.isUnixSymlink()) {
                throw new IOException("the entry " + EntryName.quote(name) + " is a symbolic link");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new IOException("it is encrypted");
            }
            size += Math.max(0, entry.getSize());
        }
        if (size > UNPACKED_SIZE) {
            throw new IOException("it unpacks to more than " + UNPACKED_SIZE + " bytes");
        }
        return entries;
    }
}
