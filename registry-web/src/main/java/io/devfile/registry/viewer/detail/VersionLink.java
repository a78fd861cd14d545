package io.devfile.registry.viewer.detail;

import io.devfile.registry.index.DefaultVersion;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.When;
import java.util.List;
import java.util.Optional;

/** A version as the list of versions shows it. */
public record VersionLink(
        String version,
        String address,
        String schemaVersion,
        When updated,
        boolean current,
        boolean isDefault,
        boolean latest,
        boolean deprecated) {

    static List<VersionLink> all(IndexEntry entry, String current, Addresses addresses) {
        Optional<String> latest = entry.latestVersion().map(IndexVersion::version);
        return entry.versions().stream()
                .map(version -> new VersionLink(
                        version.version(),
                        addresses.version(entry.name(), version.version()),
                        DisplayText.line(version.schemaVersion()),
                        When.day(version.lastModified()),
                        version.version().equals(current),
                        version.isDefault(),
                        latest.filter(version.version()::equals).isPresent(),
                        isDeprecated(version)))
                .toList();
    }

    static boolean isDeprecated(IndexVersion version) {
        return version.tags().contains(DefaultVersion.DEPRECATED);
    }

    /** The highest version that is not deprecated. */
    static Optional<IndexVersion> newestNotDeprecated(IndexEntry entry) {
        return entry.versions().stream()
                .filter(version -> !isDeprecated(version))
                .max(IndexVersion.ORDER);
    }
}
