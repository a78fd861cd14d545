package io.devfile.registry.index.query;

import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.VersionNumber;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The facts of a version that filters use.
 *
 * @param lastModified the day in UTC
 */
record VersionFacts(
        SearchText text,
        boolean isDefault,
        Optional<VersionNumber> version,
        Optional<VersionNumber> schemaVersion,
        Optional<LocalDate> lastModified) {

    static VersionFacts of(IndexVersion version, NormalText normal) {
        return new VersionFacts(
                new SearchText(field -> field.ofVersion().apply(version), normal),
                version.isDefault(),
                VersionNumber.of(version.version()),
                VersionNumber.of(version.schemaVersion()),
                version.lastModified()
                        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()));
    }
}
