package io.devfile.registry.index.query;

import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.VersionNumber;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a version that filters use.
 *
 * @param lastModified the day in UTC; null if it is not known
 */
record VersionFacts(
        SearchText text,
        boolean isDefault,
        @Nullable VersionNumber version,
        @Nullable VersionNumber schemaVersion,
        @Nullable LocalDate lastModified) {

    static VersionFacts of(IndexVersion version, NormalText normal) {
        OffsetDateTime time = version.lastModified();
        return new VersionFacts(
                new SearchText(field -> field.ofVersion().apply(version), normal),
                version.isDefault(),
                VersionNumber.of(version.version()).orElse(null),
                VersionNumber.of(version.schemaVersion()).orElse(null),
                time != null ? time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate() : null);
    }
}
