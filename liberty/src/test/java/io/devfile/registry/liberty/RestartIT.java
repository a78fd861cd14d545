package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The effects that operators see when sources and settings of a registry change. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RestartIT {

    @TempDir
    Path scratch;

    @Test
    void servesTheLastGoodStateWhenItsSourceIsGoneAndSaysSo() throws Exception {
        Path source = source();
        stack(source, "one", "1.0.0");
        try (RegistryServer server = server(source)) {
            server.startAndAwaitReady();
            byte[] before = server.http().get("/v2index/all").body();
            server.kill();

            Path moved = Files.move(source, scratch.resolve("moved"));
            server.startAndAwaitReady();
            assertThat(server.http().get("/v2index/all").body()).isEqualTo(before);
            assertThat(server.http().get("/devfiles/one").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.status().toString().contains("lastError"));
            assertThat(Http.text(server.http().get("/health/ready"))).contains("\"fromEarlierRun\":true");

            Files.move(moved, source);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !server.status().toString().contains("lastError"));
        }
    }

    @Test
    void followsItsSourceWhileItRunsAndNeverServesAnInvalidStack() throws Exception {
        Path source = source();
        stack(source, "one", "1.0.0");
        try (RegistryServer server = server(source).with("REGISTRY_SOURCE_MINE_REFRESH", "PT1S")) {
            server.startAndAwaitReady();
            stack(source, "two", "1.0.0");
            Files.createDirectories(source.resolve("stacks/broken"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.http().json("/v2index").asJsonArray().size() == 2);
            assertThat(server.http()
                            .get("/v2/devfile-catalog/two/manifests/1.0.0")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Http.text(server.http().get("/health/ready"))).contains("\"errors\":1");
            assertThat(server.console()).contains("stacks/broken: There is neither devfile.yaml nor .devfile.yaml");
        }
    }

    @Test
    void strictKeepsTheOldStateWhereNewContentHasAnError() throws Exception {
        Path source = source();
        stack(source, "one", "1.0.0");
        try (RegistryServer server =
                server(source).with("REGISTRY_SOURCE_MINE_REFRESH", "PT1S").with("REGISTRY_STRICT", "true")) {
            server.startAndAwaitReady();
            stack(source, "two", "1.0.0");
            Files.createDirectories(source.resolve("stacks/broken"));
            await().atMost(Duration.ofSeconds(30)).until(() -> server.status().containsKey("refreshFailure"));
            assertThat(server.http().json("/v2index").asJsonArray()).hasSize(1);
        }
    }

    @Test
    void wrongSettingsKeepItFromGettingReadyAndAreNamed() throws Exception {
        try (RegistryServer server = server(source()).with("REGISTRY_SOURCE_MINE_PAHT", "typo")) {
            server.start();
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> server.status().containsKey("startFailure"));
            assertThat(server.http().status("/health/ready")).isEqualTo(503);
            assertThat(server.http().status("/health/live")).isEqualTo(200);
            assertThat(server.status().getString("startFailure")).contains("registry.source.mine.paht");
            assertThat(server.http().status("/index")).isEqualTo(503);
        }
    }

    private Path source() throws Exception {
        return Files.createDirectories(scratch.resolve("source"));
    }

    private RegistryServer server(Path source) throws Exception {
        return new RegistryServer(Files.createDirectories(scratch.resolve("server"))).withDirectory("mine", source);
    }

    private static void stack(Path source, String name, String version) throws Exception {
        Path staged = Files.createDirectories(source.resolve("staged"));
        Files.writeString(staged.resolve("devfile.yaml"), Devfiles.minimal(name, version));
        Files.createDirectories(source.resolve("stacks"));
        Files.move(staged, source.resolve("stacks").resolve(name));
    }
}
