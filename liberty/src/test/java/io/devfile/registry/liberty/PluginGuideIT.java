package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The plugin in docs/plugins.md works as described: it builds, passes the contract tests, and serves content. */
@Timeout(180)
class PluginGuideIT {

    private static final Path ROOT = Path.of(System.getProperty("registry.root"));
    private static final String JAR = "source-sha256sums-1.0.0.jar";

    @TempDir
    static Path scratch;

    private static DocumentedFiles guide;
    private static PluginProject plugin;

    @BeforeAll
    static void build() throws IOException {
        guide = DocumentedFiles.in(ROOT.resolve("docs/plugins.md"));
        Path project = scratch.resolve("project");
        guide.writeTo(project);
        plugin = PluginProject.build(project, JAR);
    }

    @Test
    void itsContractTestsPass() throws Exception {
        TestExecutionSummary summary = plugin.run("com.example.source.sha256sums.SumsSourceTest");

        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertThat(failures.toString()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(15).isEqualTo(summary.getTestsFoundCount());
    }

    @Test
    void itsPomHasTheVersionsOfThisProject() throws IOException {
        String parent = Files.readString(ROOT.resolve("pom.xml"));
        String pom = Files.readString(scratch.resolve("project/pom.xml"));
        List<MatchResult> pinned = Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(pom)
                .results()
                .toList();

        assertThat(pinned).hasSizeGreaterThan(5);
        assertThat(pinned.get(0).group(1) + "-" + pinned.get(0).group(2) + ".jar")
                .isEqualTo(JAR);
        for (MatchResult one : pinned.subList(1, pinned.size())) {
            String artifact = one.group(1);
            String written = switch (artifact) {
                case "registry-spi", "toolkit" -> "<artifactId>registry-parent</artifactId>\n  <version>%s</version>";
                case "junit-jupiter" -> "<version.junit>%s</version.junit>";
                case "assertj-core" -> "<version.assertj>%s</version.assertj>";
                default -> "<artifactId>" + artifact + "</artifactId>\n          <version>%s</version>";
            };
            assertThat(parent).contains(written.formatted(one.group(2)));
        }
    }

    @Test
    void aServerServesFromIt() throws Exception {
        Command.require("sh", "find", "sha256sum");
        Path plugins = Files.createDirectories(scratch.resolve("plugins"));
        Files.copy(plugin.jar(), plugins.resolve(JAR));
        Path site = scratch.resolve("site");
        publish(site, "one");
        HttpServer web = serve(site);
        try (RegistryServer server = new RegistryServer(scratch.resolve("server"))) {
            Map<String, String> settings = guide.environment();
            assertThat(settings).containsKeys("REGISTRY_PLUGINS_DIR", "REGISTRY_SOURCE_TEAM_URL");
            settings.put("REGISTRY_PLUGINS_DIR", plugins.toString());
            settings.put(
                    "REGISTRY_SOURCE_TEAM_URL",
                    "http://localhost:" + web.getAddress().getPort());
            settings.put("REGISTRY_SOURCE_TEAM_REFRESH", "PT1S");
            settings.forEach(server::with);
            server.startAndAwaitReady();

            assertThat(names(server)).containsExactly("one");
            assertThat(server.http().get("/devfiles/one").body())
                    .isEqualTo(Files.readAllBytes(site.resolve("stacks/one/devfile.yaml")));
            assertThat(server.http().status("/v2/devfile-catalog/one/manifests/1.0.0"))
                    .isEqualTo(200);
            assertThat(server.log()).contains("sha256sums (" + JAR + ")");
            assertThat(Http.text(server.http().get("/health/ready"))).contains("\"source.team.revision\":\"sha256:");

            publish(site, "two");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(names(server)).containsExactly("one", "two"));
        } finally {
            web.stop(0);
        }
    }

    /** Adds a stack, and lists the files as the document describes. */
    private static void publish(Path site, String stack) throws Exception {
        Path directory = Files.createDirectories(site.resolve("stacks").resolve(stack));
        Files.writeString(directory.resolve("devfile.yaml"), Devfiles.minimal(stack, "1.0.0"));
        Command.run(site, "sh", "-c", guide.shell("find stacks"));
    }

    private static List<String> names(RegistryServer server) {
        return server.http().json("/v2index").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(entry -> entry.getString("name"))
                .toList();
    }

    private static HttpServer serve(Path site) throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> answer(exchange, site));
        web.start();
        return web;
    }

    private static void answer(HttpExchange exchange, Path site) throws IOException {
        byte[] content = Files.readAllBytes(
                site.resolve(exchange.getRequestURI().getPath().substring(1)));
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
