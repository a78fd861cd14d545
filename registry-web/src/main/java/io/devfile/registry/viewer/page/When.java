package io.devfile.registry.viewer.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as pages show it. Never relative to the current time, because pages are cached, and the same for all clients.
 *
 * @param iso machine-readable, in UTC; empty if the time is not known
 * @param text for users; empty if the time is not known
 */
public record When(String iso, String text) {

    /** An unknown time. */
    public static final When UNKNOWN = new When("", "");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    /** The day, which is precise enough for content. */
    public static When day(@Nullable OffsetDateTime time) {
        if (time == null) {
            return UNKNOWN;
        }
        OffsetDateTime at = time.withOffsetSameInstant(ZoneOffset.UTC);
        return new When(at.truncatedTo(ChronoUnit.SECONDS).toInstant().toString(), DAY.format(at));
    }

    /** The time to the second, for operators. */
    public static When second(@Nullable Instant time) {
        if (time == null) {
            return UNKNOWN;
        }
        Instant at = time.truncatedTo(ChronoUnit.SECONDS);
        return new When(at.toString(), SECOND.format(at.atOffset(ZoneOffset.UTC)));
    }
}
