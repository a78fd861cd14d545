package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.oci.distribution.DockerRegistry;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several servers share a registry as their backend, which is not always there. */
@Timeout(300)
class ReplicasIT {

    @TempDir
    Path scratch;

    private DockerRegistry backend;

    @BeforeEach
    void start() throws IOException {
        backend = DockerRegistry.start(scratch.resolve("backend"));
    }

    @AfterEach
    void end() {
        backend.close();
    }

    private RegistryServer server(String name) throws IOException {
        return new RegistryServer(scratch.resolve(name)).withBackend(backend.url());
    }

    private static Map<String, Digest> digests(RegistryServer server) {
        Map<String, Digest> digests = new TreeMap<>();
        for (String reference : new Artifacts(server.http()).verifyAll()) {
            digests.put(
                    reference,
                    Digest.of(server.http()
                            .get("/v2/" + reference.replace(":", "/manifests/"))
                            .body()));
        }
        return digests;
    }

    @Test
    void twoThatStartTogetherServeTheSameAsALayoutDoesAndPushNothingTwice() throws Exception {
        try (RegistryServer one = server("one");
                RegistryServer two = server("two")) {
            one.start();
            two.start();
            one.awaitReady();
            two.awaitReady();

            assertThat(digests(one)).hasSizeGreaterThan(10).isEqualTo(digests(two));

            try (RegistryServer late = server("late")) {
                late.startAndAwaitReady();
                assertThat(late.log()).contains(" 0 artifacts pushed");
                assertThat(digests(late)).isEqualTo(digests(one));
            }
            try (RegistryServer local = new RegistryServer(scratch.resolve("local"))) {
                local.startAndAwaitReady();
                assertThat(digests(local)).isEqualTo(digests(one));
            }
        }
    }

    @Test
    void oneThatStartsWithoutTheBackendGetsReadyByItselfOnceThatIsThere() throws Exception {
        backend.kill();
        try (RegistryServer server = server("one")) {
            server.start();
            await().atMost(Duration.ofMinutes(1)).until(() -> server.http().status("/health/live") == 200);
            await().atMost(Duration.ofMinutes(1)).until(() -> server.status().containsKey("refreshFailure"));
            assertThat(server.http().status("/health/ready")).isEqualTo(503);
            assertThat(state(server)).isEqualTo("failing");

            backend.start();

            await().atMost(Duration.ofMinutes(2)).until(() -> server.http().status("/health/ready") == 200);
            assertThat(digests(server)).isNotEmpty();
        }
    }

    @Test
    void theIndexIsServedWhileTheBackendIsGoneAndPullsAnswerThatItIs() throws Exception {
        try (RegistryServer server =
                server("one").with("REGISTRY_OCI_USERNAME", "somebody").with("REGISTRY_OCI_PASSWORD", "swordfish")) {
            server.startAndAwaitReady();
            backend.kill();

            await().atMost(Duration.ofSeconds(30)).until(() -> state(server).equals("failing"));
            assertThat(server.http().status("/health/ready")).isEqualTo(200);
            assertThat(server.http().status("/v2index/all")).isEqualTo(200);
            assertThat(server.http().status("/devfiles/go")).isEqualTo(200);
            assertThat(server.http().status("/v2/")).isEqualTo(200);
            for (String path : List.of("manifests/2.0.0", "tags/list", "referrers/sha256:" + "0".repeat(64))) {
                HttpResponse<byte[]> response = server.http().get("/v2/devfile-catalog/go/" + path);
                assertThat(response.statusCode()).as(path).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
                assertThat(Http.text(response)).contains("\"code\":\"TOOMANYREQUESTS\"");
            }

            backend.start();

            await().atMost(Duration.ofSeconds(30)).until(() -> state(server).equals("ok"));
            assertThat(server.http().status("/v2/devfile-catalog/go/manifests/2.0.0"))
                    .isEqualTo(200);
            assertThat(server.status().toString())
                    .contains(backend.url().getAuthority())
                    .doesNotContain("swordfish");
            assertThat(server.log()).doesNotContain("swordfish");
        }
    }

    @Test
    void whatSomebodyDeletedInTheBackendComesBack() throws Exception {
        try (RegistryServer server = server("one").with("REGISTRY_SCRUB", "PT2S")) {
            server.startAndAwaitReady();
            String path = "/v2/devfile-catalog/go/manifests/";
            byte[] manifest = server.http().get(path + "2.0.0").body();
            HttpResponse<byte[]> deleted = new Http(backend.url()).send("DELETE", path + Digest.of(manifest));
            assertThat(deleted.statusCode()).isEqualTo(202);

            await().atMost(Duration.ofSeconds(60)).until(() -> server.http().status(path + "2.0.0") == 200);
            assertThat(server.http().get(path + "2.0.0").body()).isEqualTo(manifest);
        }
    }

    @Test
    void aVersionThatLeftTheContentLeavesTheBackendAfterItsGrace() throws Exception {
        Path source = scratch.resolve("source");
        Path stacks = Files.createDirectories(source.resolve("stacks"));
        for (String name : List.of("kept", "leaving")) {
            Files.writeString(
                    Files.createDirectories(stacks.resolve(name)).resolve("devfile.yaml"),
                    Devfiles.minimal(name, "1.0.0"));
        }
        try (RegistryServer server = server("one").withDirectory("mine", source).with("REGISTRY_RETENTION", "PT3S")) {
            server.startAndAwaitReady();
            assertThat(statusInBackend("leaving")).isEqualTo(200);

            Files.delete(stacks.resolve("leaving/devfile.yaml"));
            Files.delete(stacks.resolve("leaving"));

            await().atMost(Duration.ofSeconds(60)).until(() -> statusInBackend("leaving") == 404);
            assertThat(statusInBackend("kept")).isEqualTo(200);
        }
    }

    /** That registry knows a manifest only for those who say that they know its type. */
    private int statusInBackend(String stack) {
        return new Http(backend.url())
                .get(
                        "/v2/devfile-catalog/" + stack + "/manifests/1.0.0",
                        "Accept",
                        "application/vnd.oci.image.manifest.v1+json")
                .statusCode();
    }

    private static String state(RegistryServer server) {
        return server.http().json("/health/ready").asJsonObject().getJsonArray("checks").stream()
                .map(check -> check.asJsonObject())
                .filter(check -> check.getString("name").equals("backend"))
                .map(check -> check.getJsonObject("data").getString("state"))
                .findFirst()
                .orElseThrow();
    }
}
