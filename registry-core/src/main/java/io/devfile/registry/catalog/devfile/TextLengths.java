package io.devfile.registry.catalog.devfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Paths and addresses are not longer than tools and file systems can process. */
final class TextLengths implements DevfileRule {

    /** In characters. */
    private static final int LONGEST = 2048;

    private static final Set<String> KEYS = Set.of(
            "checkoutFrom",
            "clonePath",
            "dockerfile",
            "git",
            "location",
            "path",
            "remotes",
            "subDir",
            "uri",
            "website",
            "zip");

    @Override
    public void check(Devfile devfile, Violations report) {
        check(devfile.root(), false, report);
    }

    /** The recursion is limited, because the YAML reader limits the nesting depth. */
    private static void check(DevfilePart part, boolean limited, Violations report) {
        if (limited && part.value() instanceof String text && text.length() > LONGEST) {
            report.error(
                    part.pointer(),
                    "This has " + text.length() + " characters, but a path or an address can have at most " + LONGEST
                            + "; shorten it.");
        } else if (part.value() instanceof Map<?, ?>) {
            part.entries().forEach((key, entry) -> check(entry, limited || isPathOrAddress(key), report));
        } else if (part.value() instanceof List<?>) {
            part.items().forEach(item -> check(item, limited, report));
        }
    }

    private static boolean isPathOrAddress(String key) {
        return KEYS.contains(key) || key.toLowerCase(Locale.ROOT).endsWith("url");
    }
}
