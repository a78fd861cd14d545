package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The layout backend passes the contract's tests. */
class LayoutBackendTest extends OciBackendContractTest {

    @TempDir
    private Path directory;

    @Override
    protected OciBackend createBackend() throws Exception {
        PluginSettings settings = new PluginSettings("registry.oci.", Map.of());
        PluginContext context = new PluginContext("oci", settings, directory.resolve("work/oci"), true);
        return new LayoutBackendProvider().create(context);
    }
}
