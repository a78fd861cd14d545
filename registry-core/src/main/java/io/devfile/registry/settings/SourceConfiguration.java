package io.devfile.registry.settings;

import io.devfile.registry.spi.oci.model.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /**
     * The same as long as the source is configured the same: what was delivered under another is not what the operator wants
     * now. Secrets do not count, and cannot be found out from it.
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder(type);
        new TreeMap<>(settings).forEach((key, value) -> {
            if (!key.contains("password") && !key.contains("token") && !key.contains("secret")) {
                text.append('\n').append(key).append('=').append(value);
            }
        });
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** What stands before the keys of this source in the configuration. */
    public String prefix() {
        return ConfigurationReader.SOURCE_PREFIX + name + ".";
    }
}
