package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Icons in data URLs, beside devfiles and at a remote, served by a separate server. */
class IconsIT {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static HttpServer remote;
    private static RegistryServer server;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        remote = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        remote.createContext("/remote.svg", exchange -> {
            ASKED.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, svg("remote").length);
            exchange.getResponseBody().write(svg("remote"));
            exchange.close();
        });
        remote.start();
        String base = "http://127.0.0.1:" + remote.getAddress().getPort();
        stack("data", "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg("data")));
        stack("beside", "logo.svg");
        Files.write(directory.resolve("source/stacks/beside/logo.svg"), svg("beside"));
        stack("remote", base + "/remote.svg");
        stack("missing", base + "/missing.svg");
        stack("inside", "http://127.0.0.2:1/inside.svg");
        server = new RegistryServer(directory)
                .with("REGISTRY_SOURCES", "ours")
                .with("REGISTRY_SOURCE_OURS_TYPE", "filesystem")
                .with("REGISTRY_SOURCE_OURS_PATH", directory.resolve("source").toString())
                .with("REGISTRY_FETCH_ALLOW", "127.0.0.1:" + remote.getAddress().getPort());
        server.startAndAwaitReady();
        http = server.http();
    }

    @AfterAll
    static void stop() {
        server.close();
        remote.stop(0);
    }

    private static byte[] svg(String text) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert('" + text + "')</script></svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void stack(String name, String icon) throws IOException {
        Path stack = Files.createDirectories(directory.resolve("source/stacks/" + name));
        Files.writeString(stack.resolve("devfile.yaml"), """
                schemaVersion: 2.2.0
                metadata:
                  name: %s
                  displayName: %s
                  icon: %s
                  version: 1.0.0
                  language: Java
                  projectType: Plain
                  provider: Example
                  supportUrl: https://example.com
                  architectures: [amd64]
                """.formatted(name, name, icon));
    }

    private static String address(String text) {
        return "/icons/" + Digest.of(svg(text)).hex();
    }

    private static String icon(String name) {
        return http.json("/index?icon=base64").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(entry -> entry.getString("name").equals(name))
                .map(entry -> entry.getString("icon"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areServedUnderTheirDigestForEver() {
        await().atMost(Duration.ofSeconds(30)).until(() -> http.status(address("remote")) == 200);
        for (String name : new String[] {"data", "beside", "remote"}) {
            HttpResponse<byte[]> response = http.get(address(name));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(svg(name));
            assertThat(response.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertThat(response.headers().allValues("Cache-Control"))
                    .containsExactly("public, max-age=31536000, immutable");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; sandbox");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(icon(name))
                    .isEqualTo(
                            "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg(name)));
        }
        assertThat(ASKED).hasValue(1);
    }

    @Test
    void areNotSentTwiceNorLargerThanTheyNeedToBe() throws IOException {
        String tag = http.get(address("data")).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> known = http.get(address("data"), "If-None-Match", tag);
        HttpResponse<byte[]> head = http.send("HEAD", address("data"));
        HttpResponse<byte[]> compressed = http.get(address("data"), "Accept-Encoding", "gzip");

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(svg("data"));
    }

    @Test
    void areNoneWhereNobodyNamesThem() {
        for (String path : new String[] {address("other"), "/icons/", "/icons/x", "/icons/../index", "/icons/a/b"}) {
            assertThat(http.status(path)).as(path).isIn(400, 404);
        }
        assertThat(http.send("POST", address("data")).statusCode()).isEqualTo(405);
    }

    @Test
    void areMissedWhereTheyCannotBeHad() {
        await().atMost(Duration.ofSeconds(30)).until(() -> state().getInt("warnings") == 2);
        assertThat(icon("missing")).endsWith("/missing.svg");
        assertThat(icon("inside")).isEqualTo("http://127.0.0.2:1/inside.svg");
        assertThat(state().getInt("errors")).isZero();
    }

    private static JsonObject state() {
        return http.json("/health/ready").asJsonObject().getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .filter(check -> check.getString("name").equals("state"))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElseThrow();
    }
}
