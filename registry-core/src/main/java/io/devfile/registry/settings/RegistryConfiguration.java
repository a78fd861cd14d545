package io.devfile.registry.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * All that the operator configured, with defaults filled in.
 *
 * @param strict an error in the content keeps the new content from being published
 * @param offline no connection is opened at run time
 * @param dataDirectory the registry's own files; not necessarily made yet
 * @param sources in order of precedence
 */
public record RegistryConfiguration(
        boolean strict,
        boolean offline,
        Path dataDirectory,
        List<SourceConfiguration> sources,
        BackendConfiguration backend,
        UpkeepConfiguration upkeep,
        FetchConfiguration fetch,
        StarterConfiguration starters) {

    public RegistryConfiguration {
        sources = List.copyOf(sources);
    }
}
