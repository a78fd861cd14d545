package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.viewer.page.Addresses;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of a version. */
public record FileView(String path, String size, String address) {

    /** The archive contains all files; a page is not suitable for a list of thousands. */
    private static final int MOST = 100;

    private static final int STEP = 1024;

    /**
     * The files of a version.
     *
     * @param left how many are not listed
     */
    public record Listing(List<FileView> files, int left) {}

    static Listing of(String entry, String version, VersionContent content) {
        SortedMap<String, StoredFile> all = new TreeMap<>(content.files());
        content.resources().forEach(all::putIfAbsent);
        List<FileView> files = all.entrySet().stream()
                .limit(MOST)
                .map(file -> new FileView(
                        file.getKey(),
                        size(file.getValue().size()),
                        file.getKey().equals(content.devfile())
                                ? Addresses.devfile(entry, version)
                                : Addresses.file(entry, version, file.getKey())))
                .toList();
        return new Listing(files, all.size() - files.size());
    }

    /** The size in words, with one digit after the decimal point if the number is below ten. */
    static String size(long bytes) {
        if (bytes < STEP) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP && unit < 3) {
            size /= STEP;
            unit++;
        }
        return String.format(
                Locale.ROOT,
                size < 10 ? "%.1f %s" : "%.0f %s",
                size,
                List.of("KiB", "MiB", "GiB", "TiB").get(unit));
    }
}
