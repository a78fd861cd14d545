package io.devfile.registry.settings;

import java.util.Map;

/**
 * The configured OCI backend.
 *
 * @param type the type of its provider
 * @param settings what the provider is given, by relative key
 */
public record BackendConfiguration(String type, Map<String, String> settings) {

    /** What stands before the keys of the backend in the configuration. */
    public static final String PREFIX = "registry.oci.";

    public BackendConfiguration {
        settings = Map.copyOf(settings);
    }
}
