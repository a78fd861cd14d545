package io.devfile.registry.spi.source;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;

/**
 * Makes {@link StackSource}s of one type. Found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/io.devfile.registry.spi.source.StackSourceProvider} and give it a public constructor without
 * parameters.
 *
 * <p>The host uses one provider for all sources of its type, and calls it from one thread at a time. It calls a
 * provider, its sources and their snapshots with the provider's class loader as the context class loader; only the
 * constructor is called with any.
 */
public interface StackSourceProvider {

    /**
     * The word that selects this provider in {@code registry.source.<name>.type}: up to 63 lower-case letters,
     * digits and hyphens, beginning with a letter. Two providers with one type keep the server from getting ready.
     */
    String type();

    /**
     * Makes a source. Reads every setting that it understands, also those that do not matter just now, because the host
     * rejects the rest as unknown. Opens no connection and reads no content: a source whose place is not there yet is made
     * all the same, and says so when it is fetched.
     *
     * @throws SettingException where a setting is missing or malformed
     */
    StackSource create(PluginContext context) throws SettingException;
}
