package io.devfile.registry.spi.source;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;

/**
 * Creates {@link StackSource}s of one type. Found by {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/io.devfile.registry.spi.source.StackSourceProvider} and give it a public constructor without
 * parameters.
 *
 * <p>The host uses one provider for all sources of its type, and calls it from one thread at a time. It calls a
 * provider, its sources and their snapshots with the provider's class loader as the context class loader; only the
 * constructor may be called with any context class loader.
 */
public interface StackSourceProvider {

    /**
     * The word that selects this provider in {@code registry.source.<name>.type}: up to 63 lower-case letters, digits
     * and hyphens, beginning with a letter. If two providers have the same type, the server does not become ready.
     */
    String type();

    /**
     * Creates a source. Reads every setting that it understands, including those without a current effect, because the
     * host rejects the others as unknown. Opens no connection and reads no content: a source whose content does not
     * exist yet is created nevertheless, and its fetch fails.
     *
     * @throws SettingException if a setting is missing or malformed
     */
    StackSource create(PluginContext context) throws SettingException;
}
