package io.devfile.registry.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the backend is maintained.
 *
 * @param grace the retention period of an artifact after its version left the content; null for unlimited
 * @param scrub the interval between verifications of all stored content; null for only at the start
 */
public record UpkeepConfiguration(
        @Nullable Duration grace, @Nullable Duration scrub) {

    /** The default values. */
    public static final UpkeepConfiguration DEFAULT = new UpkeepConfiguration(Duration.ofDays(7), Duration.ofDays(1));
}
