package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.oci.distribution.DockerRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The distribution API with another registry as its backend. */
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

    @Test
    void theCommandLineHasTheSameIndexAndTheSameArtifacts() throws Exception {
        String jar = System.getProperty("registry.command");
        String stacks = System.getProperty("registry.stacks");
        assertThat(Command.run(directory, "java", "-jar", jar, "index", stacks).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(server.http().get("/v2index/all").body());

        Command.run(directory, "java", "-jar", jar, "push", stacks, backend.url() + "/pushed");

        Http pushed = new Http(backend.url());
        String manifest = "devfile-catalog/go/manifests/2.0.0";
        String accept = "application/vnd.oci.image.manifest.v1+json";
        assertThat(pushed.get("/v2/pushed/" + manifest, "Accept", accept).body())
                .isEqualTo(
                        server.http().get("/v2/" + manifest, "Accept", accept).body());
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
