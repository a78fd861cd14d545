package io.devfile.registry.spi.config;

import java.nio.file.Path;

/**
 * The data that the host passes to a provider when it requests an instance.
 *
 * @param name the name of the instance in the configuration: for a source, the name that the operator gave it; for the
 *     backend, {@code oci}
 * @param settings the settings of this instance only, without the host's own settings {@code type} and, for a source,
 *     {@code refresh}; the host rejects keys that were not read during creation
 * @param workDirectory a directory for this instance only, kept across restarts, not yet created; it is on the local
 *     disk, and its content may be deleted while the server is down
 * @param offline true if the instance must not open any network connection; an operation that needs a connection fails
 *     when it is used
 * @param addresses the hosts that the instance may connect to; {@link AddressPolicy#ANY} for instances that the operator
 *     configured, a stricter policy if the address in the settings comes from content
 */
public record PluginContext(
        String name, PluginSettings settings, Path workDirectory, boolean offline, AddressPolicy addresses) {

    /** A context of an instance that may connect to every host. */
    public PluginContext(String name, PluginSettings settings, Path workDirectory, boolean offline) {
        this(name, settings, workDirectory, offline, AddressPolicy.ANY);
    }
}
