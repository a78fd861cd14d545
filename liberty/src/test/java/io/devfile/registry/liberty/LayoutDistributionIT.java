package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The distribution API with image layouts on disk, which is the default configuration. */
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

    @Test
    void damagedContentIsNeverGivenAsRightAndHealsByItself() throws Exception {
        String path = "/v2/devfile-catalog/java-maven/manifests/2.0.0";
        byte[] manifest = http().get(path).body();
        String digest = http().json(path)
                .asJsonObject()
                .getJsonArray("layers")
                .getJsonObject(0)
                .getString("digest");
        Path file = server.data().resolve("oci/devfile-catalog/java-maven/blobs/sha256/" + digest.substring(7));
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.write(file, bytes);
        String blob = "/v2/devfile-catalog/java-maven/blobs/" + digest;

        // a request with a new query is not answered from the cache of responses, but from the disk
        assertThat(http().get(blob + "?x=" + System.nanoTime()).statusCode()).isEqualTo(500);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Digest.of(
                                http().get(blob + "?x=" + System.nanoTime()).body())
                        .toString()
                        .equals(digest));
        assertThat(http().get(path).body()).isEqualTo(manifest);
        assertThat(server.console()).contains("is removed and pushed again");
    }

    @Test
    void everyVersionIsReadByOrasAndSkopeoWhereItIsOnTheDisk() throws Exception {
        Command.require("oras", "skopeo");
        for (String reference : new Artifacts(http()).verifyAll()) {
            PullingClients.ofLayout(server.data().resolve("oci"), reference, scratch)
                    .pull(manifest(reference), layers(reference));
        }
    }
}
