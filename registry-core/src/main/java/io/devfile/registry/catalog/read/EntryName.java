package io.devfile.registry.catalog.read;

import java.util.regex.Pattern;

/** The permitted names of entries and versions; every permitted name is safe as a part of an address. */
final class EntryName {

    static final String RULE =
            "Use at most 128 letters, digits, dots, hyphens and underscores, begin with a letter or digit, and"
                    + " do not put two dots in a row.";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private EntryName() {}

    static boolean isValid(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }
}
