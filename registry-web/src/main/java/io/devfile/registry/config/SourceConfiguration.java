package io.devfile.registry.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One configured source.
 *
 * @param name lower-case letters, digits and hyphens
 * @param type the type of its provider
 * @param refresh how often it is asked for news; empty for never
 * @param settings what the provider is given, by relative key
 */
public record SourceConfiguration(String name, String type, Optional<Duration> refresh, Map<String, String> settings) {

    public SourceConfiguration {
        settings = Map.copyOf(settings);
    }

    /** What stands before the keys of this source in the configuration. */
    public String prefix() {
        return ConfigurationReader.SOURCE_PREFIX + name + ".";
    }
}
