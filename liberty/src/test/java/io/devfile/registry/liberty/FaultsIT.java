package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of disks, operators, content and other processes, and how the registry handles them. */
@Timeout(300)
class FaultsIT {

    private static final String MANIFESTS = "/v2/devfile-catalog/one/manifests/";

    @TempDir
    Path scratch;

    private RegistryServer server(Path source) throws IOException {
        return new RegistryServer(Files.createDirectories(scratch.resolve("server"))).withDirectory("mine", source);
    }

    private Path source(String name, String... stacks) throws IOException {
        Path source = scratch.resolve(name);
        for (String stack : stacks) {
            Files.writeString(
                    Files.createDirectories(source.resolve("stacks").resolve(stack))
                            .resolve("devfile.yaml"),
                    Devfiles.minimal(stack, "1.0.0"));
        }
        return source;
    }

    private static void awaitStatus(RegistryServer server, String path, int status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> server.http().status(path) == status);
    }

    @Test
    void aDamagedIndexOfALayoutCostsItsRepositoryForAMomentAndNoOther() throws Exception {
        try (RegistryServer server = server(source("source", "one", "two"))) {
            server.startAndAwaitReady();
            Files.writeString(server.data().resolve("oci/devfile-catalog/one/index.json"), "{ not JSON");

            assertThat(server.http().status("/v2/devfile-catalog/two/manifests/1.0.0"))
                    .isEqualTo(200);
            awaitStatus(server, MANIFESTS + "1.0.0", 200);
            source("source", "three");
            awaitStatus(server, "/v2/devfile-catalog/three/manifests/1.0.0", 200);
            awaitStatus(server, "/v2/devfile-catalog/one/tags/list", 200);
            assertThat(server.data().resolve("oci/devfile-catalog/one/.index.json.damaged"))
                    .hasContent("{ not JSON");
        }
    }

    @Test
    void aBlobThatIsDeletedAndOneThatIsDamagedAreStoredAgain() throws Exception {
        try (RegistryServer server = server(source("source", "one"))) {
            server.startAndAwaitReady();
            Digest digest = Digest.of(server.http().get("/devfiles/one").body());
            String blob = "/v2/devfile-catalog/one/blobs/" + digest;
            Path file = server.data().resolve("oci/devfile-catalog/one/blobs/sha256/" + digest.hex());

            Files.delete(file);
            assertThat(uncached(server, blob)).isEqualTo(503);
            await().atMost(Duration.ofSeconds(30)).until(() -> uncached(server, blob) == 200);

            Files.writeString(file, "x".repeat((int) Files.size(file)));
            assertThat(uncached(server, blob)).isEqualTo(500);
            await().atMost(Duration.ofSeconds(30)).until(() -> uncached(server, blob) == 200);
        }
    }

    /** A request with a new query is not answered from the cache of responses, but from the disk. */
    private static int uncached(RegistryServer server, String path) {
        return server.http().status(path + "?x=" + System.nanoTime());
    }

    @Test
    void contentThatIsDeletedOrDamagedIsReadAgainFromItsSource() throws Exception {
        try (RegistryServer server = server(source("source", "one", "two"))) {
            server.startAndAwaitReady();
            byte[] devfile = server.http().get("/devfiles/one").body();
            Path file =
                    server.data().resolve("content/sha256-" + Digest.of(devfile).hex());

            Files.delete(file);
            assertThat(uncached(server, "/devfiles/one")).isEqualTo(503);
            assertThat(uncached(server, "/devfiles/two")).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30)).until(() -> uncached(server, "/devfiles/one") == 200);

            Files.writeString(file, "x".repeat(devfile.length));
            // damaged content is never served, and is read again a few seconds later
            assertThat(uncached(server, "/devfiles/one")).isEqualTo(503);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> uncached(server, "/devfiles/one") == 200
                            || server.http()
                                            .post("/api/refresh", "", "Authorization", "Bearer " + RegistryServer.TOKEN)
                                            .statusCode()
                                    != 202);
            assertThat(server.http().get("/devfiles/one").body()).isEqualTo(devfile);
        }
    }

    @Test
    void aServerWithoutFileDescriptorsKeepsItsApplication() throws Exception {
        try (RegistryServer server = server(source("source", "one"))) {
            server.startedBy(List.of("prlimit", "--nofile=400:400"));
            server.startAndAwaitReady();
            List<Socket> idle = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                idle.add(RawRequest.open(server.port(), ""));
            }
            for (Socket socket : idle) {
                socket.close();
            }
            awaitStatus(server, "/index", 200);
            awaitStatus(server, "/health/ready", 200);
        }
    }

    @Test
    void onlyWhatConfiguredSourcesDeliveredIsServedAfterARestart() throws Exception {
        Path first = source("first", "one");
        Path second = source("second", "two");
        try (RegistryServer server = server(first)) {
            server.startAndAwaitReady();
            server.kill();
            server.withDirectory("other", second).start();

            // the server is ready only when it serves the content of the current configuration
            server.awaitReady();
            assertThat(server.http().status("/devfiles/two")).isEqualTo(200);
            assertThat(server.http().status("/devfiles/one")).isEqualTo(404);
        }
    }

    @Test
    void aHostileEntryIsAFindingAndCostsNoOther() throws Exception {
        Path source = source("source", "one");
        Files.writeString(
                source.resolve("extraDevfileEntries.yaml"),
                "samples:\n  - name: hostile\n    git: {remotes: {origin: 'https://example.org/x'}, subDir: '"
                        + "/".repeat(2_000) + "'}\n");
        try (RegistryServer server = server(source)) {
            server.startAndAwaitReady();
            assertThat(server.http().status("/devfiles/one")).isEqualTo(200);
            source("source", "two");
            awaitStatus(server, "/devfiles/two", 200);
        }
    }

    @Test
    void aPortThatIsTakenEndsTheServerWithTheSettingNamed() throws Exception {
        try (RegistryServer server = server(source("source", "one"))) {
            server.startAndAwaitReady();
            try (RegistryServer second = new RegistryServer(Files.createDirectories(scratch.resolve("second")))
                    .with("REGISTRY_HTTP_PORT", Integer.toString(server.port()))) {
                second.start();
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> second.console().contains("or set registry.http.port"));
                await().atMost(Duration.ofMinutes(1)).until(() -> !second.isRunning());
            }
            assertThat(server.http().status("/index")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRY_HTTP_PORT, tcp://192.0.2.1:80, registry.http.port",
        "REGISTRY_TLS, yes, registry.tls",
        "REGISTRY_TLS, true, registry.tls.keystore"
    })
    void aServerSettingThatIsWrongEndsTheServerWithTheSettingNamed(String variable, String value, String setting)
            throws Exception {
        try (RegistryServer server = server(source("source", "one")).with(variable, value)) {
            server.start();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> server.console().contains("Tried to read the setting " + setting + ", but "));
            await().atMost(Duration.ofMinutes(1)).until(() -> !server.isRunning());
            assertThat(server.console()).doesNotContain("ready to run");
        }
    }

    @Test
    void whatIsServedIsToldOnTheConsoleOnceForEachChange() throws Exception {
        Path source = source("source", "one");
        try (RegistryServer server = server(source)) {
            server.startAndAwaitReady();
            String ready = "Registry ready at " + server.base() + " (";
            // the registry is ready a moment before it says so
            await().untilAsserted(() -> assertThat(server.console())
                    .containsOnlyOnce(ready)
                    .contains(ready + "1 stack, 0 samples, 0 errors, "));
            source("source", "two");
            awaitStatus(server, "/devfiles/two", 200);
            await().untilAsserted(() ->
                    assertThat(server.console()).containsOnlyOnce(ready + "2 stacks, 0 samples, 0 errors, "));
        }
    }

    @Test
    void httpsTakesANewCertificateWhileItRunsAndHttpIsRedirected() throws Exception {
        Path keystore = scratch.resolve("tls.p12");
        certificate(keystore, "first");
        int port = RegistryServer.freePort();
        try (RegistryServer server = server(source("source", "one"))
                .with("REGISTRY_TLS", "true")
                .with("REGISTRY_TLS_KEYSTORE", keystore.toString())
                .with("REGISTRY_TLS_KEYSTORE_PASSWORD", "changeit")
                .with("REGISTRY_TLS_REDIRECT", "true")
                .with("REGISTRY_HTTPS_PORT", Integer.toString(port))) {
            server.startAndAwaitReady();
            String index = "https://localhost:" + port + "/index";
            assertThat(curl("--insecure", "--head", index)).contains("200 OK", "Strict-Transport-Security: max-age=");
            assertThat(curl("--insecure", "--verbose", index)).contains("CN=first");
            var redirect = server.http().get("/index?name=a");
            assertThat(redirect.statusCode()).isEqualTo(308);
            assertThat(redirect.headers().firstValue("Location")).contains(index + "?name=a");

            Files.delete(keystore);
            certificate(keystore, "second");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> curl("--insecure", "--verbose", index).contains("CN=second"));
        }
    }

    private static void certificate(Path keystore, String name) throws Exception {
        Command.run(
                keystore.getParent(),
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "registry",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                "changeit",
                "-dname",
                "CN=" + name);
    }

    private String curl(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("curl", "--silent", "--noproxy", "*"));
        line.addAll(List.of(arguments));
        return Command.run(scratch, line.toArray(String[]::new));
    }

    @Test
    void strangersLearnStatesAndHoldersOfTheTokenLearnPlacesAndErrors() throws Exception {
        Path source = source("source", "one");
        try (RegistryServer server = server(source)) {
            server.startAndAwaitReady();
            Files.move(source, scratch.resolve("away"));
            server.http().post("/api/refresh", "", "Authorization", "Bearer " + RegistryServer.TOKEN);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Http.text(server.http().get("/health")).contains("\"source.mine.state\":\"failing\""));

            for (String path : List.of("/health", "/health/ready", "/viewer/status", "/viewer", "/openapi")) {
                assertThat(Http.text(server.http().get(path))).as(path).doesNotContain(scratch.toString());
            }
            JsonObject mine = server.status().getJsonArray("sources").getJsonObject(0);
            assertThat(mine.getString("location")).isEqualTo(source.toString());
            assertThat(mine.getString("lastError")).contains(source.toString());
            assertThat(server.http().status("/api/status")).isEqualTo(401);
            assertThat(server.http().status("/health/ready")).isEqualTo(200);
        }
    }
}
