package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry with {@code registry.auth=required}: users with passwords, tokens, and a login in the browser. */
class PrivateRegistryIT {

    private static final String USERS = """
            <basicRegistry id="users" realm="users">
              <user name="bob" password="bob's password" />
              <user name="ann" password="ann's password" />
              <group name="registry-admins"><member name="ann" /></group>
            </basicRegistry>""";

    @TempDir
    static Path directory;

    private static TokenIssuer issuer;
    private static RegistryServer server;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        issuer = new TokenIssuer(directory);
        server = new RegistryServer(Files.createDirectory(directory.resolve("server")))
                .with("REGISTRY_AUTH", "required")
                .with("REGISTRY_AUTH_LOGIN", "oidc")
                .with("REGISTRY_AUTH_OIDC_DISCOVERY", issuer.discoveryAddress())
                .with("REGISTRY_AUTH_OIDC_CLIENT_ID", TokenIssuer.CLIENT)
                .with("REGISTRY_AUTH_OIDC_CLIENT_SECRET", "the secret of the client")
                .with("REGISTRY_AUTH_TRUSTSTORE", issuer.keyStore().toString())
                .with("REGISTRY_AUTH_TRUSTSTORE_PASSWORD", TokenIssuer.PASSWORD)
                .with("MP_JWT_VERIFY_ISSUER", issuer.issuer())
                .with("MP_JWT_VERIFY_AUDIENCES", TokenIssuer.CLIENT)
                .with("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.keysAddress())
                .withConfiguration(USERS);
        server.with("REGISTRY_URL", server.base().toString());
        server.startAndAwaitReady();
        http = server.http();
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> as(String user, String path) {
        return http.get(path, "Authorization", basic(user, user + "'s password"));
    }

    private static HttpResponse<byte[]> bearing(String token, String path) {
        return http.get(path, "Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index",
                "/v2index",
                "/v2index/all",
                "/devfiles/go",
                "/devfiles/go/starter-projects/hello-server",
                "/stacks/go/2.0.0/devfile.yaml",
                "/icons/none",
                "/v2/",
                "/v2/_catalog",
                "/v2/devfile-catalog/go/manifests/2.0.0",
                "/api/status",
                "/api/bundle",
                "/openapi",
                "/openapi/ui",
                "/robots.txt",
                "/nothing",
                "/api/search?q=go",
                "/api/changes",
                "/catalogue",
                "/Viewer/status",
                "/favicon.ico",
                "/index/../v2index/all",
                "//v2index/all",
                "/v2index/all;x=1"
            })
    void anAnonymousClientGetsTheChallengeOnly(String path) {
        for (String method : new String[] {"GET", "HEAD"}) {
            HttpResponse<byte[]> response = http.send(method, path);
            assertThat(response.statusCode()).as(method).isEqualTo(401);
            assertThat(response.headers().allValues("WWW-Authenticate"))
                    .anyMatch(one -> one.startsWith("Basic realm="));
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(response.headers().firstValue("ETag")).isEmpty();
            assertThat(Http.text(response)).doesNotContain("Go", "java", "sha256", "devfile-catalog");
        }
    }

    @Test
    void refusalsHaveTheFormatOfTheirRoute() {
        assertThat(Http.text(http.get("/v2/_catalog"))).startsWith("{\"errors\":[{\"code\":\"UNAUTHORIZED\"");
        assertThat(Http.json(http.get("/v2index")).asJsonObject().getString("status"))
                .isEqualTo("this registry is private; send valid credentials");
        assertThat(http.get("/viewer", "Authorization", basic("bob", "wrong"))
                        .headers()
                        .firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void healthIsOpen() {
        assertThat(http.status("/health/ready")).isEqualTo(200);
    }

    @Test
    void usersReadAllContentAndSharedCachesKeepNone() {
        for (String path :
                new String[] {"/v2index/all", "/devfiles/go", "/viewer", "/v2/devfile-catalog/go/tags/list"}) {
            // the second response comes from memory
            for (int i = 0; i < 2; i++) {
                HttpResponse<byte[]> response = as("bob", path);
                assertThat(response.statusCode()).as(path).isEqualTo(200);
                assertThat(response.headers().firstValue("Cache-Control").orElse("no-store"))
                        .doesNotContain("public");
                assertThat(String.join(",", response.headers().allValues("Vary")))
                        .contains("Authorization, Cookie");
                assertThat(http.get(path, "Authorization", basic("bob", "wrong"))
                                .statusCode())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void administratorsUseTheAdministrativeRoutes() {
        assertThat(as("bob", "/api/status").statusCode()).isEqualTo(401);
        assertThat(as("ann", "/api/status").statusCode()).isEqualTo(200);
        assertThat(bearing(RegistryServer.TOKEN, "/api/status").statusCode()).isEqualTo(200);
        assertThat(bearing(issuer.token(issuer.claims("dave", "registry-admins")), "/api/status")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.get(
                                "/api/status",
                                "Authorization",
                                basic("ann", "ann's password"),
                                "Origin",
                                "https://other.example.com")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tokensOfTheIssuerAreAccepted() {
        assertThat(bearing(issuer.token(issuer.claims("dave")), "/v2index").statusCode())
                .isEqualTo(200);
    }

    static Stream<String> wrongTokens() throws Exception {
        String valid = issuer.token(issuer.claims("dave"));
        String[] parts = valid.split("\\.");
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        try (TokenIssuer other = new TokenIssuer(Files.createTempDirectory(directory, "other"))) {
            return Stream.of(
                    "",
                    "a-token",
                    RegistryServer.TOKEN,
                    unsigned + "." + parts[1] + ".",
                    parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()),
                    other.token(issuer.claims("dave")),
                    other.token(other.claims("dave")),
                    issuer.token(issuer.claims("dave").add("aud", "another registry")),
                    issuer.token(issuer.claims("dave").add("iss", "https://example.com")),
                    issuer.token(issuer.claims("dave")
                            .add("exp", Instant.now().minusSeconds(3600).getEpochSecond())));
        }
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void otherTokensAreRefused(String token) {
        assertThat(bearing(token, "/v2index").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserLogsInAtTheProviderAndReturnsToThePage() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(cookies)
                .sslContext(issuer.context())
                .build();
        URI page = URI.create(server.base() + "/viewer?tags=Go");
        HttpResponse<String> response =
                browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.uri()).isEqualTo(page);
        assertThat(response.body()).contains("Go");
        assertThat(http.get("/v2index", "Cookie", "devfile-registry=forged").statusCode())
                .isEqualTo(401);
        assertThat(http.get("/viewer?tags=Go").statusCode())
                .as("another browser")
                .isEqualTo(302);
        assertThat(cookies.getCookieStore().getCookies()).allMatch(cookie -> cookie.isHttpOnly());
    }

    @Test
    void ociClientsLogIn() throws Exception {
        Command.require("oras", "skopeo");
        String reference = http.authority() + "/devfile-catalog/go:2.0.0";
        String file = directory.resolve("auth.json").toString();
        Command.run(
                directory,
                "oras",
                "login",
                "--plain-http",
                "--registry-config",
                file,
                "-u",
                "bob",
                "-p",
                "bob's password",
                http.authority());
        Command.run(directory, "oras", "pull", "--plain-http", "--registry-config", file, "-o", "pulled", reference);
        assertThat(directory.resolve("pulled/devfile.yaml")).exists();
        assertThat(Command.run(
                        directory,
                        "skopeo",
                        "inspect",
                        "--raw",
                        "--tls-verify=false",
                        "--creds",
                        "bob:bob's password",
                        "docker://" + reference))
                .contains("schemaVersion");
    }
}
