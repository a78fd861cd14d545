package io.devfile.registry.catalog.read;

import java.util.Set;

/** How a file in the directory of a devfile is used. */
enum ResourceKind {
    /** It is a resource of its own. */
    OWN,
    /** It goes into {@code archive.tar}. */
    PACKED,
    /** It is not part of the version. */
    IGNORED;

    static final String ARCHIVE = "archive.tar";
    static final String DEVFILE = "devfile.yaml";
    static final String HIDDEN_DEVFILE = ".devfile.yaml";

    private static final Set<String> OWN_NAMES = Set.of(DEVFILE, HIDDEN_DEVFILE, "logo.svg", "logo.png", ARCHIVE);
    private static final Set<String> IGNORED_NAMES = Set.of("OWNERS", "meta.yaml");

    static ResourceKind of(String name) {
        if (isIgnored(name)) {
            return IGNORED;
        }
        return OWN_NAMES.contains(name) || name.endsWith(".vsx") || name.endsWith(".zip") ? OWN : PACKED;
    }

    /** Whether a file with this name is ignored in any directory. */
    static boolean isIgnored(String name) {
        return IGNORED_NAMES.contains(name);
    }
}
