package io.devfile.registry.content;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import io.devfile.registry.toolkit.file.ZipDirectoryLimit;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The zip of a starter project; its content is not trusted. */
public final class ProjectZip {

    private static final int LONGEST_SHOWN = 60;
    private static final int ENTRIES = 50_000;

    /** The maximum average size of a directory entry; small, because content is untrusted and read in parallel. */
    private static final int ENTRY_BYTES = 160;

    private static final int LONGEST_TARGET = 1024;
    private static final long UNPACKED_SIZE = 2L * 1024 * 1024 * 1024;

    /** The maximum size of a zip, in bytes. */
    public static final long LARGEST = 256L * 1024 * 1024;

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");

    private final ContentStore store;
    private final StoredFile zip;

    public ProjectZip(ContentStore store, StoredFile zip) {
        this.store = store;
        this.zip = zip;
    }

    /**
     * The unchanged zip.
     *
     * @throws IOException if it is not a zip, or if it would write outside of the directory into which it is unpacked
     */
    public StoredFile checked() throws IOException {
        try (SeekableByteChannel channel = store.channel(zip);
                ZipFile opened = open(channel)) {
            entries(opened);
            return zip;
        }
    }

    /**
     * A zip with the content of one directory, with paths relative to it. The compressed content is copied unchanged,
     * so the same zip always gives the same bytes. If the directory does not exist at the top, it is looked up in the
     * only top-level directory, as in downloads from Git hosting services.
     *
     * @throws FileNotFoundException if it does not exist there either
     * @throws IOException as {@link #checked()}
     */
    public StoredFile only(String subDir) throws IOException {
        String prefix = prefix(subDir);
        if (prefix.isEmpty()) {
            return checked();
        }
        try (SeekableByteChannel channel = store.channel(zip);
                ZipFile opened = open(channel)) {
            List<ZipArchiveEntry> all = entries(opened);
            String found = inside(all, prefix).isEmpty() ? top(all) + prefix : prefix;
            List<ZipArchiveEntry> inside = inside(all, found);
            if (inside.isEmpty()) {
                throw new FileNotFoundException("there is no directory " + SafeText.quoted(subDir) + " in it");
            }
            StoredFile cut = store.add(
                    out -> {
                        ZipArchiveOutputStream smaller = new ZipArchiveOutputStream(out);
                        for (ZipArchiveEntry entry : inside) {
                            smaller.addRawArchiveEntry(
                                    renamed(entry, entry.getName().substring(found.length())),
                                    opened.getRawInputStream(entry));
                        }
                        smaller.finish();
                    },
                    LARGEST);
            // a link that stays within the whole zip may leave a part of it
            return new ProjectZip(store, cut).checked();
        }
    }

    /**
     * A zip with the same content, with all paths in a directory; {@link #only} reverses this.
     *
     * @param target receives the result
     */
    public StoredFile below(String subDir, ContentStore target) throws IOException {
        String prefix = prefix(subDir);
        try (SeekableByteChannel channel = store.channel(zip);
                ZipFile opened = open(channel)) {
            List<ZipArchiveEntry> all = entries(opened);
            return target.add(
                    out -> {
                        ZipArchiveOutputStream larger = new ZipArchiveOutputStream(out);
                        for (ZipArchiveEntry entry : all) {
                            larger.addRawArchiveEntry(
                                    renamed(entry, prefix + entry.getName()), opened.getRawInputStream(entry));
                        }
                        larger.finish();
                    },
                    LARGEST);
        }
    }

    /** With a trailing slash and no leading one; empty for the whole zip. */
    private static String prefix(String subDir) {
        String plain = SubDirectory.normal(subDir);
        return plain.isEmpty() ? "" : plain + "/";
    }

    private static List<ZipArchiveEntry> inside(List<ZipArchiveEntry> entries, String prefix) {
        return entries.stream()
                .filter(entry ->
                        entry.getName().startsWith(prefix) && entry.getName().length() > prefix.length())
                .toList();
    }

    /** The only top-level directory, with its slash; empty if there is more than one. */
    private static String top(List<ZipArchiveEntry> entries) {
        String first = entries.isEmpty() ? "" : entries.get(0).getName();
        String top = first.substring(0, first.indexOf('/') + 1);
        return entries.stream().allMatch(entry -> entry.getName().startsWith(top)) ? top : "";
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
        ZipDirectoryLimit limited = new ZipDirectoryLimit(channel, ENTRIES, ENTRY_BYTES);
        try {
            ZipFile opened = ZipFile.builder()
                    .setSeekableByteChannel(limited)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            limited.lift();
            return opened;
        } catch (IOException e) {
            String reason = e.getCause() instanceof UnsafeTreeException limit
                    ? limit.getMessage()
                    : "it is not a zip, or it is incomplete";
            throw new IOException(reason, e);
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
                throw new IOException("the entry " + SafeText.quoted(name) + " has a path outside of the zip");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new IOException("it is encrypted");
            }
            size += Math.max(0, entry.getSize());
        }
        if (size > UNPACKED_SIZE) {
            throw new IOException("it unpacks to more than " + UNPACKED_SIZE + " bytes");
        }
        checkLinks(opened, entries);
        return entries;
    }

    private static void checkLinks(ZipFile opened, List<ZipArchiveEntry> entries) throws IOException {
        ZipLinks links = new ZipLinks();
        for (ZipArchiveEntry entry : entries) {
            if (entry.isUnixSymlink()) {
                boolean stays =
                        entry.getSize() <= LONGEST_TARGET && links.add(entry.getName(), opened.getUnixSymlink(entry));
                if (!stays) {
                    throw new IOException(
                            "the symbolic link " + SafeText.quoted(entry.getName()) + " may point outside of the zip");
                }
            }
        }
        for (ZipArchiveEntry entry : entries) {
            if (links.isBelowOne(entry.getName())) {
                throw new IOException(
                        "the entry " + SafeText.quoted(entry.getName()) + " is written through a symbolic link");
            }
        }
    }
}
