package io.devfile.registry.boot;

import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.read.RegistryRepositoryReader;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.config.RegistryConfiguration;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.publish.Publisher;
import io.devfile.registry.spi.file.DurableFiles;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.state.StateBuilder;
import io.devfile.registry.state.StateFile;
import io.devfile.registry.state.StateJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Puts the parts of a refresh together. */
final class RegistryAssembly {

    private final RegistryConfiguration configuration;
    private final ContentStore store;
    private final StateJson json = new StateJson();
    private final StateFile file;

    /** @throws IOException where the data directory cannot be made or written */
    RegistryAssembly(RegistryConfiguration configuration) throws IOException {
        this.configuration = configuration;
        Path data = configuration.dataDirectory();
        DurableFiles.createDirectories(data);
        DurableFiles.sweep(data);
        this.store = ContentStore.open(data.resolve("content"));
        this.file = new StateFile(data.resolve("state.json"), store, json);
    }

    ContentStore store() {
        return store;
    }

    StateFile file() {
        return file;
    }

    Refresher.Parts parts(List<ConfiguredSource> sources, OciBackend backend) {
        return new Refresher.Parts(
                sources,
                new RegistryRepositoryReader(store, new YamlReader(), new DevfileValidator()),
                new Publisher(backend, store),
                store,
                new StateBuilder(json),
                file,
                configuration.strict());
    }
}
