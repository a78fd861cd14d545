package io.devfile.registry.viewer.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as pages have it. Never relative to now: pages are kept, and the same for everybody.
 *
 * @param iso for machines, in UTC; empty where the time is not known
 * @param text for people; empty where the time is not known
 */
public record When(String iso, String text) {

    /** A time that is not known. */
    public static final When UNKNOWN = new When("", "");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    /** The day, which is enough for content. */
    public static When day(Optional<OffsetDateTime> time) {
        return time.map(at -> at.withOffsetSameInstant(ZoneOffset.UTC))
                .map(at ->
                        new When(at.truncatedTo(ChronoUnit.SECONDS).toInstant().toString(), DAY.format(at)))
                .orElse(UNKNOWN);
    }

    /** To the second, for operators. */
    public static When second(Optional<Instant> time) {
        return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .map(at -> new When(at.toString(), SECOND.format(at.atOffset(ZoneOffset.UTC))))
                .orElse(UNKNOWN);
    }
}
