package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number of bytes: digits, optionally followed by K, M or G for units of 1024, 1024² or 1024³. */
final class ByteSize {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KMG]?)");

    private ByteSize() {}

    static long of(PluginSettings settings, String key, long absent) throws SettingException {
        Optional<String> text = settings.text(key);
        if (text.isEmpty()) {
            return absent;
        }
        Matcher matcher = SIZE.matcher(text.get().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new SettingException(
                    settings.fullKey(key),
                    "'" + text.get() + "' is not a size in bytes",
                    "Write digits, followed by K, M or G for units of 1024, 1024² or 1024³, for example 512M.");
        }
        int shift = switch (matcher.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }
}
