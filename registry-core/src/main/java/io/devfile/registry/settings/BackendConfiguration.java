package io.devfile.registry.settings;

import java.util.Map;

/**
 * The configured OCI backend.
 *
 * @param type the type of its provider
 * @param settings the settings for the provider, by relative key
 */
public record BackendConfiguration(String type, Map<String, String> settings) {

    /** The prefix of the backend's keys in the configuration. */
    public static final String PREFIX = "registry.oci.";

    public BackendConfiguration {
        settings = Map.copyOf(settings);
    }
}
