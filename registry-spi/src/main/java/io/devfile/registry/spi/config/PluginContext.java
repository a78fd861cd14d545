package io.devfile.registry.spi.config;

import java.nio.file.Path;

/**
 * What the host gives a provider when it asks for an instance.
 *
 * @param name the name of the instance in the configuration: for a source the name that the operator gave it, for the
 *     backend {@code oci}
 * @param settings the settings of this instance alone, without the host's own, {@code type} and a source's
 *     {@code refresh}; the host rejects keys that nobody read during creation
 * @param workDirectory a directory of this instance's own, kept across restarts, not made yet; it is on the local disk,
 *     and what is in it may be deleted while the server is down
 * @param offline true where the instance must not open a connection to anywhere; what needs one fails when it is used
 */
public record PluginContext(String name, PluginSettings settings, Path workDirectory, boolean offline) {}
