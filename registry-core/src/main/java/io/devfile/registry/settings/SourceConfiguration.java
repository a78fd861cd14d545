package io.devfile.registry.settings;

import io.devfile.registry.spi.oci.model.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One configured source.
 *
 * @param name consists of lower-case letters, digits and hyphens
 * @param type the type of its provider
 * @param refresh the interval between checks for changes; null for never
 * @param settings the settings for the provider, by relative key
 */
public record SourceConfiguration(
        String name, String type, @Nullable Duration refresh, Map<String, String> settings) {

    public SourceConfiguration {
        settings = Map.copyOf(settings);
    }

    /**
     * Equal as long as the configuration of the source is unchanged; content from another configuration must not be
     * used. Secrets are not included, and cannot be derived from it.
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

    /** The prefix of this source's keys in the configuration. */
    public String prefix() {
        return ConfigurationReader.SOURCE_PREFIX + name + ".";
    }
}
