package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Finding;
import java.util.List;

/** Selects the findings that are about a version. */
final class StackFindings {

    private StackFindings() {}

    /** The findings about the version's files, or about its entry as a whole. */
    static List<Finding> of(CatalogEntry entry, String version, List<Finding> all) {
        return all.stream()
                .filter(finding -> finding.place().source().equals(entry.source()))
                .filter(finding -> concerns(finding.place().file(), entry, version))
                .toList();
    }

    private static boolean concerns(String file, CatalogEntry entry, String version) {
        String root = entry.directory().isEmpty()
                ? "samples/" + entry.entry().name() + "/"
                : "stacks/" + entry.directory() + "/";
        if (!(file + "/").startsWith(root)) {
            return false;
        }
        return entry.entry().versions().stream()
                .map(other -> other.version())
                .filter(other -> !other.equals(version))
                .noneMatch(other -> (file + "/").startsWith(root + other + "/"));
    }
}
