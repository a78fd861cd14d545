package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The web pages of registries with little or no content. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ViewerStatesIT {

    private static final List<String> PAGES =
            List.of("/viewer", "/viewer?search=x", "/viewer/devfiles/devfile-registry/go", "/viewer/feed.xml");

    @TempDir
    Path scratch;

    private RegistryServer server(Path source) throws Exception {
        return new RegistryServer(Files.createDirectories(scratch.resolve("server")))
                .with("REGISTRY_SOURCES", "mine")
                .with("REGISTRY_SOURCE_MINE_TYPE", "filesystem")
                .with("REGISTRY_SOURCE_MINE_PATH", source.toString());
    }

    @Test
    void aRegistryThatIsNotReadySaysSoAndAnEmptyOneHowToFillIt() throws Exception {
        Command.require("chromium", "chromedriver");
        Path source = scratch.resolve("source");
        try (RegistryServer server = server(source)) {
            server.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> server.http().status("/health/live") == 200);
            try (Browser browser = new Browser(server.base(), scratch.resolve("browser"))) {
                for (String page : PAGES) {
                    HttpResponse<byte[]> response = server.http().get(page);
                    assertThat(response.statusCode()).as(page).isEqualTo(503);
                    assertThat(response.headers().firstValue("Retry-After")).contains("5");
                    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
                    assertThat(Http.text(response)).contains("/viewer/status");
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                Http.text(server.http().get("/viewer/status")).contains("Last error"));
                assertThat(Http.text(server.http().get("/viewer"))).contains("There is nothing to show yet");
                isFitForEverybody(browser, "/viewer");
                isFitForEverybody(browser, "/viewer/status");

                Files.createDirectories(source.resolve("stacks"));
                server.awaitReady();
                assertThat(Http.text(server.http().get("/viewer"))).contains("This registry has no stacks yet");
                isFitForEverybody(browser, "/viewer");
                isFitForEverybody(browser, "/viewer/status");
            }
        }
    }

    private static void isFitForEverybody(Browser browser, String path) {
        for (String theme : List.of("light", "dark")) {
            browser.system(theme);
            browser.open(path);
            assertThat(browser.violations()).as(path + " " + theme).isEmpty();
        }
    }

    @Test
    void withoutAHeadThereAreNoPages() throws Exception {
        Path source = scratch.resolve("source");
        Files.createDirectories(source.resolve("stacks"));
        try (RegistryServer server = server(source).with("REGISTRY_HEADLESS", "true")) {
            server.startAndAwaitReady();
            for (String page :
                    List.of("/viewer", "/viewer/", "/viewer/devfiles/a/b", "/viewer/status", "/viewer/x.css")) {
                HttpResponse<byte[]> response = server.http().get(page);
                assertThat(response.statusCode()).as(page).isEqualTo(400);
                assertThat(Http.text(response)).isEqualTo("registry viewer is not available in headless mode");
                assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
            }
            assertThat(server.http().status("/devfiles/a+b")).isEqualTo(404);
        }
    }

    @Test
    void aSettingThatMakesNoSenseIsToldToOperators() throws Exception {
        Path source = Files.createDirectories(scratch.resolve("source"));
        try (RegistryServer server = server(source).with("REGISTRY_URL", "nonsense")) {
            server.start();
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> Http.text(server.http().get("/viewer")).contains("The registry could not start"));
            assertThat(server.http().status("/viewer")).isEqualTo(503);
            assertThat(Http.text(server.http().get("/viewer/status"))).contains("/api/status say why");
            assertThat(server.status().getString("startFailure")).contains("registry.url");
        }
    }
}
