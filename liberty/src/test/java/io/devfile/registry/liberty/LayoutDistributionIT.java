package io.devfile.registry.liberty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The distribution API over image layouts on disk, as it is where nothing is configured. */
@Timeout(300)
class LayoutDistributionIT extends DistributionApi {

    @TempDir
    static Path directory;

    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new RegistryServer(directory);
        server.startAndAwaitReady();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Override
    Http http() {
        return server.http();
    }

    @Override
    List<String> inBackend(String repository) {
        return List.of(
                "--oci-layout", server.data().resolve("oci").resolve(repository).toString());
    }
}
