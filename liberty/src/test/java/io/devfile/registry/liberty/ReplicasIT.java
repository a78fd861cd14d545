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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several servers share a registry as their backend, which is not always available. */
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

    @Test
    void aBackendThatHangsKeepsNeitherTheIndexNorProbesWaiting() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(100);
        try (RegistryServer server = server("one")) {
            server.startAndAwaitReady();
            String manifest = "/v2/devfile-catalog/go/manifests/2.0.0";
            backend.pause();
            for (int i = 0; i < 150; i++) {
                clients.submit(() -> server.http().status(manifest));
            }
            for (int i = 0; i < 20; i++) {
                for (String path : List.of("/index", "/health/ready", "/viewer")) {
                    Instant before = Instant.now();
                    assertThat(server.http().status(path)).as(path).isEqualTo(200);
                    assertThat(Duration.between(before, Instant.now())).as(path).isLessThan(Duration.ofSeconds(5));
                }
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> state(server).equals("failing"));
            Instant before = Instant.now();
            HttpResponse<byte[]> response = server.http().get(manifest);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));

            backend.resume();
            await().atMost(Duration.ofSeconds(60)).until(() -> server.http().status(manifest) == 200);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void oneThatLagsServesWhatItsOwnIndexSaysAndMovesNoTagBackWhenItStarts() throws Exception {
        Path content = stack("shared", "old");
        try (RegistryServer lagging = server("one")
                        .withDirectory("mine", content)
                        .with("REGISTRY_SOURCE_MINE_WATCH", "false")
                        .with("REGISTRY_SOURCE_MINE_REFRESH", "PT1H");
                RegistryServer current = server("two").withDirectory("mine", content)) {
            lagging.startAndAwaitReady();
            String manifest = "/v2/devfile-catalog/shared/manifests/1.0.0";
            byte[] old = lagging.http().get(manifest).body();
            stack("shared", "new");
            current.startAndAwaitReady();
            byte[] newer = current.http().get(manifest).body();
            assertThat(newer).isNotEqualTo(old);

            assertThat(lagging.http().get(manifest).body()).isEqualTo(old);
            assertThat(Http.text(lagging.http().get("/devfiles/shared"))).contains("old");

            lagging.kill();
            Path away = Files.move(content, scratch.resolve("away"));
            lagging.startAndAwaitReady();
            await().until(() -> lagging.log().contains("artifacts pushed"));
            assertThat(lagging.http().get(manifest).body()).isEqualTo(old);
            assertThat(inBackend("shared").body()).isEqualTo(newer);
            Files.move(away, content);
        }
    }

    @Test
    void aTagThatTheBackendLostIsPushedAgainWhenSomebodyAsksForIt() throws Exception {
        try (RegistryServer server = server("one")) {
            server.startAndAwaitReady();
            byte[] manifest = inBackend("go", "2.0.0").body();
            new Http(backend.url()).send("DELETE", "/v2/devfile-catalog/go/manifests/" + Digest.of(manifest));
            assertThat(inBackend("go", "2.0.0").statusCode()).isEqualTo(404);

            assertThat(server.http()
                            .get("/v2/devfile-catalog/go/manifests/2.0.0")
                            .body())
                    .isEqualTo(manifest);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> inBackend("go", "2.0.0").statusCode() == 200);
        }
    }

    private Path stack(String name, String description) throws IOException {
        Path directory =
                Files.createDirectories(scratch.resolve("content/stacks").resolve(name));
        Files.writeString(
                directory.resolve("devfile.yaml"),
                Devfiles.minimal(name, "1.0.0").replace("A stack", "A stack that is " + description));
        return scratch.resolve("content");
    }

    private HttpResponse<byte[]> inBackend(String stack) {
        return inBackend(stack, "1.0.0");
    }

    private HttpResponse<byte[]> inBackend(String stack, String tag) {
        return new Http(backend.url())
                .get(
                        "/v2/devfile-catalog/" + stack + "/manifests/" + tag,
                        "Accept",
                        "application/vnd.oci.image.manifest.v1+json");
    }

    /** That registry serves a manifest only to clients that accept its type. */
    private int statusInBackend(String stack) {
        return inBackend(stack).statusCode();
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
