package io.devfile.registry.toolkit.file;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The maximum amounts that a {@link TreeWriter} writes.
 *
 * @param entries files, links and directories, including directories that are created only as parents
 * @param totalBytes the bytes of all files together
 * @param fileBytes the bytes of one file
 * @param depth the number of parts of a path
 * @param pathBytes the bytes of a path in UTF-8
 */
public record TreeLimits(long entries, long totalBytes, long fileBytes, int depth, int pathBytes) {

    /** 100 000 entries, 2 GiB in total, 512 MiB per file, 64 parts and 1 024 bytes per path. */
    public static final TreeLimits DEFAULT = new TreeLimits(100_000, 2L << 30, 512L << 20, 64, 1024);

    /** The setting for {@link #entries}: a number. */
    public static final String MAX_ENTRIES = "max-entries";

    /** The setting for {@link #totalBytes}: a number of bytes, or a number with the unit K, M or G. */
    public static final String MAX_SIZE = "max-size";

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KMG]?)");

    /**
     * The limits that the operator set, with the defaults for the others.
     *
     * @throws SettingException if a value is not a number above zero
     */
    public static TreeLimits of(PluginSettings settings) throws SettingException {
        long entries = number(settings, MAX_ENTRIES).orElse(DEFAULT.entries);
        long total = number(settings, MAX_SIZE).orElse(DEFAULT.totalBytes);
        return new TreeLimits(entries, total, Math.min(total, DEFAULT.fileBytes), DEFAULT.depth, DEFAULT.pathBytes);
    }

    private static Optional<Long> number(PluginSettings settings, String key) throws SettingException {
        Optional<String> text = settings.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = SIZE.matcher(text.get().toUpperCase(Locale.ROOT));
        if (matcher.matches() && Long.parseLong(matcher.group(1)) > 0) {
            int shift = switch (matcher.group(2)) {
                case "K" -> 10;
                case "M" -> 20;
                case "G" -> 30;
                default -> 0;
            };
            return Optional.of(Long.parseLong(matcher.group(1)) << shift);
        }
        throw new SettingException(
                settings.fullKey(key),
                "'" + text.get() + "' is not a number above zero",
                "Write digits, optionally followed by K, M or G for units of 1024, 1024² or 1024³, such as 500M.");
    }
}
