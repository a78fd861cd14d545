package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators, forges and changes on the local disk start a refresh long before the interval of a source is over. */
@Timeout(120)
class RefreshIT {

    private static final String TOKEN = "a token for tests";
    private static final String SECRET = "a secret for tests";

    @TempDir
    static Path scratch;

    private static Path asked;
    private static Path watched;
    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException {
        asked = stack("asked", "one");
        watched = stack("watched", "two");
        server = new RegistryServer(scratch.resolve("server"))
                .withDirectory("asked", asked)
                .withDirectory("watched", watched)
                .with("REGISTRY_SOURCES", "asked,watched")
                .with("REGISTRY_SOURCE_ASKED_WATCH", "false")
                .with("REGISTRY_SOURCE_ASKED_REFRESH", "PT1H")
                .with("REGISTRY_SOURCE_WATCHED_REFRESH", "PT1H")
                .with("REGISTRY_API_TOKEN", TOKEN)
                .with(
                        "REGISTRY_HOOKS_SECRET_FILE",
                        Files.writeString(scratch.resolve("secret"), SECRET + "\n")
                                .toString());
        server.startAndAwaitReady();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Path stack(String source, String name) throws IOException {
        Path directory = Files.createDirectories(
                scratch.resolve(source).resolve("stacks").resolve(name));
        Files.writeString(directory.resolve("devfile.yaml"), Devfiles.minimal(name, "1.0.0"));
        return scratch.resolve(source);
    }

    private static int status(String name) {
        return server.http().status("/devfiles/" + name);
    }

    private static HttpResponse<byte[]> hook(String body, String... headers) {
        return server.http().post("/hooks/git", body, headers);
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangeOnTheDiskIsServedSoon() throws Exception {
        stack("watched", "seen");

        await().atMost(Duration.ofSeconds(10)).until(() -> status("seen") == 200);
    }

    @Test
    void aRefreshIsServedSoonAndNothingIsWithoutIt() throws Exception {
        stack("asked", "requested");
        HttpResponse<byte[]> response =
                server.http().post("/api/refresh?source=asked", "", "Authorization", "Bearer " + TOKEN);

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(Http.text(response)).contains("\"sources\":[\"asked\"]");
        await().atMost(Duration.ofSeconds(10)).until(() -> status("requested") == 200);
    }

    @Test
    void aHundredRefreshesAreTakenAndAnsweredAtOnce() {
        for (int i = 0; i < 100; i++) {
            assertThat(server.http()
                            .post("/api/refresh", "", "Authorization", "bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(server.http().status("/health/ready")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitea", "gitlab"})
    void aSignedWebhookIsServedSoon(String forge) throws Exception {
        String body = "{\"ref\":\"refs/heads/main\",\"by\":\"" + forge + "\"}";
        stack("asked", "from-" + forge);

        HttpResponse<byte[]> response = switch (forge) {
            case "github" -> hook(body, "X-Hub-Signature-256", "sha256=" + hmac(body));
            case "gitea" -> hook(body, "X-Gitea-Signature", hmac(body));
            default -> hook(body, "X-Gitlab-Token", SECRET);
        };

        assertThat(response.statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10)).until(() -> status("from-" + forge) == 200);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Hub-Signature-256, sha256=00",
        "X-Gitea-Signature, 00",
        "X-Gitlab-Token, wrong",
        "X-Hub-Signature, sha1=00",
        "Authorization, Bearer a secret for tests"
    })
    void anUnsignedWebhookIsRefused(String header, String value) {
        HttpResponse<byte[]> response = hook("{}", header, value);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Http.text(response)).contains("sign the webhook").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic a token for tests"})
    void aRefreshWithoutTheTokenIsRefused(String authorization) {
        HttpResponse<byte[]> response = authorization.isEmpty()
                ? server.http().post("/api/refresh", "")
                : server.http().post("/api/refresh", "", "Authorization", authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Http.text(response)).doesNotContain(TOKEN);
    }

    @Test
    void aWebhookOfAGigabyteIsRefusedBeforeItIsRead() throws Exception {
        String[] address = server.http().authority().split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /hooks/git HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: sha256=00\r\n"
                            + "Content-Length: 1073741824\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();

            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void onlyPostIsTakenAndNoPageOfAnotherOriginIsLetIn() {
        for (String path : new String[] {"/api/refresh", "/hooks/git"}) {
            HttpResponse<byte[]> response = server.http().get(path);
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("POST");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void anUnknownSourceIsNotFound() {
        assertThat(server.http()
                        .post("/api/refresh?source=no-such", "", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(404);
    }
}
