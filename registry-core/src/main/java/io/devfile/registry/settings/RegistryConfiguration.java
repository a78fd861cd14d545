package io.devfile.registry.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The complete configuration by the operator, with defaults filled in.
 *
 * @param strict whether an error in the content prevents the publication of the new content
 * @param offline whether no connection may be opened at run time
 * @param dataDirectory the directory of the registry's own files; it may not exist yet
 * @param sources in order of precedence
 * @param provenance whether the origin of each artifact is attached to it
 * @param events null if none are sent
 */
public record RegistryConfiguration(
        boolean strict,
        boolean offline,
        Path dataDirectory,
        List<SourceConfiguration> sources,
        BackendConfiguration backend,
        UpkeepConfiguration upkeep,
        FetchConfiguration fetch,
        StarterConfiguration starters,
        boolean provenance,
        @Nullable EventConfiguration events) {

    public RegistryConfiguration {
        sources = List.copyOf(sources);
    }
}
