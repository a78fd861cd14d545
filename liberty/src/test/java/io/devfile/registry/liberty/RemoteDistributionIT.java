package io.devfile.registry.liberty;

import io.devfile.registry.oci.distribution.DockerRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The distribution API over another registry. */
@Timeout(300)
class RemoteDistributionIT extends DistributionApi {

    @TempDir
    static Path directory;

    private static DockerRegistry backend;
    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException {
        backend = DockerRegistry.start(directory.resolve("backend"));
        server = new RegistryServer(directory.resolve("server")).withBackend(backend.url());
        server.startAndAwaitReady();
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
            backend.close();
        }
    }

    @Override
    Http http() {
        return server.http();
    }

    @Override
    List<String> inBackend(String repository) {
        return List.of("--plain-http", backend.url().getAuthority() + "/" + repository);
    }
}
