package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an interval or a duration from one second to one year, or {@code never}. */
final class Interval {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private Interval() {}

    /**
     * @param absent the interval if the setting is absent; null for never
     * @return empty for never
     */
    static Optional<Duration> of(PluginSettings settings, String key, @Nullable Duration absent)
            throws SettingException {
        if (settings.text(key).isEmpty()) {
            return Optional.ofNullable(absent);
        }
        if (settings.text(key).filter("never"::equals).isPresent()) {
            return Optional.empty();
        }
        Duration interval = settings.duration(key).orElseThrow();
        if (interval.compareTo(SHORTEST) < 0) {
            throw new SettingException(
                    settings.fullKey(key),
                    interval + " is shorter than one second",
                    "Set it to PT1S or longer, or to never.");
        }
        if (interval.compareTo(LONGEST) > 0) {
            throw new SettingException(
                    settings.fullKey(key),
                    interval + " is longer than one year",
                    "Set it to P365D or shorter, or to never.");
        }
        return Optional.of(interval);
    }
}
