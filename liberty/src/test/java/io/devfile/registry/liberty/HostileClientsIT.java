package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Harmful requests, sent by attackers or by mistake. */
@Timeout(180)
class HostileClientsIT {

    private static final String SECRET = "swordfish";

    @TempDir
    static Path scratch;

    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new RegistryServer(scratch)
                .with("REGISTRY_HOOKS_SECRET", SECRET)
                .with("REGISTRY_API_TOKEN", SECRET);
        server.startAndAwaitReady();
        // work that is done once, at the first request of a kind, is not measured
        for (String path : List.of("/v2index/all", "/viewer", "/v2/devfile-catalog/go/manifests/2.0.0", "/nothing")) {
            server.http().get(path);
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, /v2/devfile-catalog/go/manifests/2.0.0",
        "Accept, /index",
        "Accept-Encoding, /index",
        "Accept-Encoding, /viewer",
        "If-None-Match, /index",
        "Range, /devfiles/nodejs/starter-projects/hello-api",
        "Accept-Language, /viewer",
        "Authorization, /api/refresh"
    })
    void aHeaderOfManySpacesIsReadAtOnce(String header, String path) throws Exception {
        Instant before = Instant.now();
        RawRequest.send(server.port(), "GET " + path, header + ": a" + " ".repeat(15_000) + "b");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws Exception {
        assertThat(RawRequest.send(server.port(), "GET /index", "Accept: a" + " ".repeat(40_000) + "b")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index?a=%zz",
                "/viewer?a=%zz",
                "/v2/?n=%",
                "/devfiles/go?x=%",
                "/devfiles/{x}",
                "/devfiles/a%23b",
                "/devfiles/a%2Fb",
                "/v2/x%2Fy",
                "/viewer/x%5Cy",
                "/..%c0%af",
                "/viewer/..%c0%af",
                "/index%",
                "/%00"
            })
    void aMalformedAddressIsRefusedInTheFormOfItsRoute(String path) throws Exception {
        String before = server.log();
        RawRequest.Answer answer = RawRequest.send(server.port(), "GET " + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).doesNotContain("java.", "com.ibm", "io.devfile");
        if (!path.endsWith("%") && !path.endsWith("%00")) {
            String form = path.startsWith("/v2/")
                    ? "{\"errors\":[{"
                    : path.startsWith("/viewer") ? "<!DOCTYPE html>" : "{\"status\":";
            assertThat(answer.body()).startsWith(form);
        }
        assertThatOneLineAtMostWasLoggedSince(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "-", "a\"b"})
    void aHostThatThereCannotBeIsRefused(String host) throws Exception {
        String before = server.log();
        for (String path : List.of("/index", "/viewer", "/v2/")) {
            RawRequest.Answer answer = RawRequest.send(server.port(), "GET " + path, "Host: " + host);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain(host + "/");
        }
        assertThatOneLineAtMostWasLoggedSince(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_registry:8080", "localhost.", "svc_a.ns.svc", "[::1]:8080"})
    void aHostThatOccursGetsPages(String host) throws Exception {
        assertThat(RawRequest.send(server.port(), "GET /viewer", "Host: " + host)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*;q=zz",
                "Accept: text",
                "Accept: ;;;,,,",
                "Accept-Language: zz;q=x",
                "Content-Type: foo",
                "Content-Language: ;",
                "Cookie: JSESSIONID=\"",
                "Cookie: a=\"; $Version=x"
            })
    void aHeaderThatCannotBeReadIsIgnored(String header) throws Exception {
        String before = server.log();
        for (String path : List.of("/index", "/devfiles/go", "/viewer", "/v2/devfile-catalog/go/manifests/2.0.0")) {
            assertThat(RawRequest.send(server.port(), "GET " + path, header).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThatOneLineAtMostWasLoggedSince(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /",
        "POST, /index",
        "FOO, /index",
        "PUT, /devfiles/go",
        "DELETE, /viewer",
        "FOO, /nothing",
        "PUT, /v2/a/b"
    })
    void onlyReadingIsAllowed(String method, String path) throws Exception {
        RawRequest.Answer answer = RawRequest.send(server.port(), method + " " + path, "Content-Length: 0");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, HEAD");
    }

    @Test
    void manyAddressesThatAreNotThereDoNotFillTheLog() throws Exception {
        String before = server.log();
        for (int i = 0; i < 50; i++) {
            assertThat(server.http().status("/nothing-" + i)).isEqualTo(404);
            assertThat(RawRequest.send(server.port(), "GET /a%2F" + i).status()).isEqualTo(400);
        }
        assertThatOneLineAtMostWasLoggedSince(before);
    }

    @Test
    void aBodyWithABadChunkSizeIsRefused() throws Exception {
        try (Socket socket = RawRequest.open(
                server.port(),
                "POST /hooks/git HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: sha256=00\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n")) {
            assertThat(RawRequest.answer(socket.getInputStream()).status()).isEqualTo(400);
        }
    }

    @Test
    void failedAuthenticationIsChallengedAndLoggedWithoutTheSecret() throws Exception {
        var refused = server.http().post("/api/refresh", "", "Authorization", "Bearer not-" + SECRET);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(server.http()
                        .post("/hooks/git", "{}", "X-Gitlab-Token", "wrong")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isPresent();
        await().untilAsserted(() -> assertThat(server.log()).contains("A request for /api/refresh from"));
        assertThat(server.log()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index", "/v2index/all", "/devfiles/go", "/v2/", "/viewer", "/stacks/go/devfile.yaml"})
    void pagesOfOtherOriginsMayAskBeforehand(String path) {
        var response = server.http()
                .send(
                        "OPTIONS",
                        path,
                        "Origin",
                        "https://example.com",
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "client,user");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("User, Client, Locale, Authorization, If-None-Match, Range");
    }

    @Test
    void threeHundredSlowWebhooksDoNotKeepOthersWaiting() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                sockets.add(RawRequest.open(
                        server.port(),
                        "POST /hooks/git HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: sha256=00\r\n"
                                + "Content-Length: 100000\r\n\r\nabc"));
            }
            assertThatTheIndexIsAnsweredWithin(Duration.ofSeconds(5));
            RawRequest.Answer last = RawRequest.answer(sockets.get(299).getInputStream());
            assertThat(last.status()).isEqualTo(503);
            assertThat(last.header("Retry-After")).isPresent();
        } finally {
            close(sockets);
        }
    }

    @Test
    void threeHundredClientsThatDoNotReadDoNotKeepOthersWaiting() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                sockets.add(RawRequest.open(
                        server.port(), "GET /v2index/all HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200)));
            }
            assertThatTheIndexIsAnsweredWithin(Duration.ofSeconds(15));
        } finally {
            close(sockets);
        }
    }

    private static void assertThatTheIndexIsAnsweredWithin(Duration longest) {
        for (int i = 0; i < 10; i++) {
            Instant before = Instant.now();
            assertThat(server.http().status("/index")).isEqualTo(200);
            assertThat(Duration.between(before, Instant.now())).isLessThan(longest);
        }
    }

    private static void assertThatOneLineAtMostWasLoggedSince(String before) throws IOException {
        assertThat(server.log()
                        .substring(before.length())
                        .lines()
                        // these messages are logged for the first error of their kind only
                        .filter(line -> !line.contains("SRVE0242I") && !line.contains("FFDC1015I")))
                .hasSizeLessThan(2);
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
