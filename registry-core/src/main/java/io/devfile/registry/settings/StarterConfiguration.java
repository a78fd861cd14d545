package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.time.Duration;

/**
 * How starter projects are fetched from remotes.
 *
 * @param cacheBytes the maximum disk space for their zips, and the same again for the clones from which they are
 *     created
 * @param timeout the maximum duration of a fetch, and how long a client waits
 */
public record StarterConfiguration(long cacheBytes, Duration timeout) {

    /** 512 MiB, and 30 seconds. */
    public static final StarterConfiguration DEFAULT = new StarterConfiguration(512L << 20, Duration.ofSeconds(30));

    private static final Duration LONGEST = Duration.ofHours(1);

    /** @param own the registry's own settings */
    static StarterConfiguration of(PluginSettings own) throws SettingException {
        Duration timeout = own.duration("starter.timeout").orElse(DEFAULT.timeout());
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new SettingException(
                    own.fullKey("starter.timeout"),
                    timeout + " is not between one second and one hour",
                    "Set it to the longest time that a client waits, such as PT30S.");
        }
        return new StarterConfiguration(ByteSize.of(own, "starter.cache", DEFAULT.cacheBytes()), timeout);
    }
}
