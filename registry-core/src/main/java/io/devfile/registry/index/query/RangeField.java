package io.devfile.registry.index.query;

import io.devfile.registry.index.model.VersionNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts of versions that are filtered by range, and the parameters for it.
 *
 * @param what the name of the fact in words
 * @param form the format of the values
 */
record RangeField<T extends Comparable<? super T>>(
        String what,
        String min,
        String max,
        Pattern form,
        Parameters.Syntax<T> syntax,
        Function<VersionFacts, @Nullable T> fact) {

    static final RangeField<VersionNumber> VERSION = new RangeField<>(
            "version", "minVersion", "maxVersion", Syntaxes.VERSION, Syntaxes::version, VersionFacts::version);

    static final RangeField<VersionNumber> SCHEMA_VERSION = new RangeField<>(
            "schema version",
            "minSchemaVersion",
            "maxSchemaVersion",
            Syntaxes.VERSION,
            Syntaxes::version,
            VersionFacts::schemaVersion);

    static final RangeField<LocalDate> LAST_MODIFIED = new RangeField<>(
            "day of the last change (UTC)",
            "minLastModified",
            "maxLastModified",
            Syntaxes.DATE,
            Syntaxes::date,
            VersionFacts::lastModified);

    static final List<RangeField<?>> ALL = List.of(VERSION, SCHEMA_VERSION, LAST_MODIFIED);

    Range<T> range(Parameters parameters) throws InvalidParameterException {
        return Range.of(parameters.values(min, syntax), parameters.values(max, syntax));
    }

    Optional<Criterion> criterion(Parameters parameters) throws InvalidParameterException {
        Range<T> range = range(parameters);
        return range.isUnlimited() ? Optional.empty() : Optional.of(new Criterion.InRange<>(this, range));
    }
}
