package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;

/**
 * Creates {@link OciBackend}s of one type. Found by {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/io.devfile.registry.spi.oci.OciBackendProvider} and give it a public constructor without
 * parameters.
 *
 * <p>The host creates one backend, and calls the provider from one thread at a time. It calls the provider and the
 * backend with the provider's class loader as the context class loader; only the constructor may be called with any
 * context class loader.
 */
public interface OciBackendProvider {

    /**
     * The word that selects this provider in {@code registry.oci.type}: up to 63 lower-case letters, digits and
     * hyphens, beginning with a letter. If two providers have the same type, the server does not become ready.
     */
    String type();

    /**
     * Creates a backend. Reads every setting that it understands, because the host rejects the others as unknown. Opens
     * no connection: a backend that cannot be reached yet is created nevertheless, and fails when it is used.
     *
     * @throws SettingException if a setting is missing or malformed, or the host is offline and the backend cannot work
     *     offline
     */
    OciBackend create(PluginContext context) throws SettingException;
}
