package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;

/**
 * Makes {@link OciBackend}s of one type. Found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/io.devfile.registry.spi.oci.OciBackendProvider} and give it a public constructor without
 * parameters.
 *
 * <p>The host makes one backend, and calls the provider from one thread at a time. It calls both with the provider's class
 * loader as the context class loader; only the constructor is called with any.
 */
public interface OciBackendProvider {

    /**
     * The word that selects this provider in {@code registry.oci.type}: up to 63 lower-case letters, digits and hyphens,
     * beginning with a letter. Two providers with one type keep the server from getting ready.
     */
    String type();

    /**
     * Makes a backend. Reads every setting that it understands, because the host rejects the rest as unknown. Opens no
     * connection: a backend that cannot be reached yet is made all the same, and says so when it is used.
     *
     * @throws SettingException where a setting is missing or malformed, or the host is offline and the backend is of no
     *     use then
     */
    OciBackend create(PluginContext context) throws SettingException;
}
