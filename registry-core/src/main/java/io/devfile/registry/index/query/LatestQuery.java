package io.devfile.registry.index.query;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.VersionNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request for the highest version of an entry whose schema version the client supports. Immutable. */
public final class LatestQuery {

    private final Range<VersionNumber> schemaVersions;

    private LatestQuery(Range<VersionNumber> schemaVersions) {
        this.schemaVersions = schemaVersions;
    }

    /**
     * Reads {@code minSchemaVersion} and {@code maxSchemaVersion}; other parameters are ignored.
     *
     * @param parameters decoded values by name
     * @throws InvalidParameterException if a value is not {@code x.y} or {@code x.y.z}
     */
    public static LatestQuery parse(Map<String, List<String>> parameters) throws InvalidParameterException {
        return new LatestQuery(RangeField.SCHEMA_VERSION.range(new Parameters(parameters)));
    }

    /** The highest version by {@link IndexVersion#ORDER}; empty if the entry has none in the range. */
    public Optional<IndexVersion> select(IndexEntry entry) {
        return entry.versions().stream()
                .filter(version -> schemaVersions.contains(
                        VersionNumber.of(version.schemaVersion()).orElse(null)))
                .max(IndexVersion.ORDER);
    }
}
