package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assembled application on a server, with its bundled stacks and without configuration. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeployedRegistryIT {

    private static final Path STACKS = Path.of(System.getProperty("registry.stacks"));

    // The URL that the container would inject leaves out a context root of "/".
    private final Http http = new Http(URI.create("http://localhost:" + System.getProperty("deployed.port")));

    @Deployment(testable = false)
    static EnterpriseArchive registry() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("registry.ear")));
    }

    @BeforeEach
    void awaitReady() {
        // a server without an application is ready, too, and this one replaces its application
        await().atMost(Duration.ofMinutes(1))
                .until(() -> http.status("/health/ready") == 200 && http.status("/index") == 200);
    }

    @Test
    void servesEveryBundledStackAndSampleWithoutAFinding() {
        JsonObject state = check("/health/ready", "state");
        assertThat(state.getInt("stacks")).isEqualTo(8);
        assertThat(state.getInt("samples")).isEqualTo(3);
        assertThat(state.getInt("errors")).isZero();
        assertThat(state.getInt("warnings")).isZero();
        assertThat(http.json("/v2index/all").asJsonArray()).hasSize(11);
    }

    @Test
    void indexHasTheV1AndTheV2Form() {
        JsonObject v2 = entry("/v2index", "nodejs");
        assertThat(v2.getJsonArray("versions")).hasSize(3);
        JsonObject v1 = entry("/index", "nodejs");
        assertThat(v1).doesNotContainKey("versions");
        assertThat(v1.getString("version")).isEqualTo("3.0.0");
        assertThat(v1.getJsonObject("links").getString("self")).isEqualTo("devfile-catalog/nodejs:3.0.0");
    }

    @Test
    void filtersNarrowTheIndexInItsOrder() {
        assertThat(names("/v2index/all?language=java&tags=Quarkus"))
                .containsExactly("java-quarkus", "code-with-quarkus");
        assertThat(names("/v2index?deprecated=true")).isEmpty();
        assertThat(names("/v2index?name=no-such")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index?deprecated=maybe",
                "/v2index?minVersion=abc",
                "/v2index?minLastModified=2024-02-31",
                "/v2index?arch=x86",
                "/v2index?name=",
                "/index?icon=foo",
                "/devfiles/go/latest?minSchemaVersion=two"
            })
    void badParametersAreToldInOneObject(String path) {
        HttpResponse<byte[]> response = http.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.json(response).asJsonObject()).containsOnlyKeys("status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index/bogus",
                "/devfiles/no-such",
                "/devfiles/go/9.9.9",
                "/devfiles/go/starter-projects/no-such",
                "/devfiles/go/2.0.0/no-such-file",
                "/devfiles/",
                "/stacks/go/2.0.0/no-such-file",
            })
    void whatIsNotThereIsTold(String path) {
        HttpResponse<byte[]> response = http.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Http.json(response).asJsonObject().getString("status")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devfiles/go/2.0.0/%2e%2e/%2e%2e/stack.yaml",
                "/devfiles/go/2.0.0/docker/%2e%2e/devfile.yaml",
                "/devfiles/%2e%2e%2fetc/2.0.0",
                "/stacks/go/2.0.0/..%2f..%2fserver.xml",
                "/v2/devfile-catalog/%2e%2e/manifests/1.0.0",
                "/v2/devfile-catalog/go/manifests/%2e%2e",
            })
    void addressesThatWouldLeaveAStackAreRefused(String path) {
        HttpResponse<byte[]> response = http.get(path);
        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(Http.text(response)).doesNotContain("/liberty/", "at io.devfile", "Exception");
    }

    @Test
    void overlongNamesAreRefused() {
        String overlong = "a".repeat(5000);
        assertThat(http.get("/devfiles/" + overlong).statusCode()).isEqualTo(404);
        assertThat(http.get("/devfiles/go/2.0.0/" + overlong).statusCode()).isEqualTo(400);
        assertThat(http.get("/v2/" + overlong + "/tags/list").statusCode()).isEqualTo(400);
    }

    @Test
    void everyDevfileIsServedByteForByte() throws Exception {
        for (JsonValue value : http.json("/v2index").asJsonArray()) {
            JsonObject stack = value.asJsonObject();
            for (JsonValue one : stack.getJsonArray("versions")) {
                String name = stack.getString("name");
                String version = one.asJsonObject().getString("version");
                assertThat(http.get("/devfiles/" + name + "/" + version).body())
                        .as(name + " " + version)
                        .isEqualTo(Files.readAllBytes(devfile(name, version)));
            }
        }
    }

    @Test
    void latestAndDefaultAreVersions() {
        assertThat(http.get("/devfiles/java-maven").body())
                .isEqualTo(http.get("/devfiles/java-maven/1.0.0").body())
                .isEqualTo(http.get("/devfiles/java-maven/default").body());
        assertThat(http.get("/devfiles/java-maven/latest").body())
                .isEqualTo(http.get("/devfiles/java-maven/2.0.0").body());
    }

    @Test
    void filesBesideADevfileAreServedAtBothAddresses() throws Exception {
        byte[] dockerfile = Files.readAllBytes(STACKS.resolve("stacks/go/2.0.0/docker/Dockerfile"));
        assertThat(http.get("/devfiles/go/2.0.0/docker/Dockerfile").body()).isEqualTo(dockerfile);
        assertThat(http.get("/stacks/go/2.0.0/docker/Dockerfile").body()).isEqualTo(dockerfile);
        assertThat(http.get("/stacks/go/docker/Dockerfile").body()).isEqualTo(dockerfile);
        assertThat(http.get("/stacks/nodejs/stack.yaml").body())
                .isEqualTo(Files.readAllBytes(STACKS.resolve("stacks/nodejs/stack.yaml")));
        assertThat(header(http.get("/devfiles/go/2.0.0/logo.svg"), "Content-Security-Policy"))
                .contains("sandbox");
    }

    @Test
    void starterProjectsAreZips() {
        HttpResponse<byte[]> zip = http.get("/devfiles/nodejs/3.0.0/starter-projects/hello-api");
        assertThat(zip.statusCode()).isEqualTo(202);
        assertThat(header(zip, "Content-Disposition")).isEqualTo("attachment; filename=\"hello-api.zip\"");
        assertThat(zip.body()).startsWith('P', 'K');
    }

    @Test
    void partOfAZipOrABlobCanBeHad() {
        String zip = "/devfiles/nodejs/3.0.0/starter-projects/hello-api";
        HttpResponse<byte[]> part = http.get(zip, "Range", "bytes=2-5");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(http.get(zip).body(), 2, 6));
        String blob = "/v2/devfile-catalog/go/blobs/"
                + Digest.of(http.get("/devfiles/go/2.0.0").body());
        HttpResponse<byte[]> end = http.get(blob, "Range", "bytes=-3");
        assertThat(end.statusCode()).isEqualTo(206);
        assertThat(end.body()).hasSize(3);
        HttpResponse<byte[]> beyond = http.get(blob, "Range", "bytes=9999999-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).startsWith("bytes */");
    }

    @ParameterizedTest
    @CsvSource({"/index", "/v2index/all", "/devfiles/go", "/devfiles/go/2.0.0", "/stacks/go/2.0.0/devfile.yaml"})
    void headAnswersAsGetWithoutTheBody(String path) {
        HttpResponse<byte[]> get = http.get(path);
        HttpResponse<byte[]> head = http.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
        assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({"POST,/index", "PUT,/v2index/all", "DELETE,/devfiles/go", "POST,/devfiles/go/2.0.0"})
    void writingIsNotAllowed(String method, String path) {
        HttpResponse<byte[]> response = http.send(method, path);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).contains("GET");
        assertThat(Http.json(response).asJsonObject().getString("message"))
                .isEqualTo("Only GET requests are supported.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/index", "/devfiles/go", "/devfiles/go/2.0.0/logo.svg", "/v2/devfile-catalog/go/manifests/2.0.0"
            })
    void whatTheClientHasIsNotSentAgain(String path) {
        String tag = header(http.get(path), "ETag");
        HttpResponse<byte[]> again = http.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2index/all", "/devfiles/go", "/devfiles/go/2.0.0/logo.svg"})
    void textIsCompressedForThoseWhoTakeIt(String path) throws Exception {
        HttpResponse<byte[]> response = http.get(path, "Accept-Encoding", "gzip");
        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "Vary")).contains("Accept-Encoding");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(http.get(path).body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index", "/devfiles/no-such", "/v2/", "/v2/_catalog"})
    void pagesOfEveryOriginMayRead(String path) {
        assertThat(header(http.get(path), "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void rootSendsBrowsersToThePagesAndOthersToTheIndex() {
        HttpResponse<byte[]> browser = http.get("/", "Accept", "text/html,application/xhtml+xml");
        assertThat(browser.statusCode()).isEqualTo(302);
        assertThat(header(browser, "Location")).isEqualTo("/viewer");
        assertThat(header(http.get("/"), "Location")).isEqualTo("/index");
    }

    @Test
    void everyVersionCanBePulledAndHasItsDigests() {
        List<String> references = new Artifacts(http).verifyAll();
        assertThat(references).hasSize(13).contains("devfile-catalog/nodejs:1.0.0", "devfile-catalog/python:1.0.0");
    }

    @Test
    void v2IsReadOnlyAndSpeaksItsOwnErrors() {
        HttpResponse<byte[]> write = http.send("PUT", "/v2/devfile-catalog/go/manifests/2.0.0");
        assertThat(write.statusCode()).isEqualTo(405);
        assertThat(code(write)).isEqualTo("UNSUPPORTED");
        assertThat(code(http.get("/v2/devfile-catalog/go/manifests/9"))).isEqualTo("MANIFEST_UNKNOWN");
        assertThat(code(http.get("/v2/devfile-catalog/no-such/tags/list"))).isEqualTo("NAME_UNKNOWN");
        assertThat(code(http.get("/v2/Devfile/tags/list"))).isEqualTo("NAME_INVALID");
        assertThat(code(http.get("/v2/devfile-catalog/go/blobs/sha256:abc"))).isEqualTo("DIGEST_INVALID");
        assertThat(code(http.get("/v2/devfile-catalog/go/blobs/sha256:" + "0".repeat(64))))
                .isEqualTo("BLOB_UNKNOWN");
    }

    @Test
    void searchAnswersByRelevanceAndCombinesWithFilters() {
        assertThat(names("/v2index/all?search=golang")).startsWith("go");
        assertThat(names("/v2index?search=java&tags=Maven")).first().isEqualTo("java-maven");
        assertThat(names("/index?search=javascirpt")).contains("nodejs");
        assertThat(http.status("/v2index?search=" + "x".repeat(201))).isEqualTo(400);
        assertThat(http.status("/v2index?search=%2A%3A%2A")).isEqualTo(200);
    }

    @Test
    void suggestionsSayWhatWasUnderstoodAndWhereItIs() {
        JsonObject suggested = http.json("/api/search?q=javascirpt&limit=1").asJsonObject();
        assertThat(suggested.getInt("total")).isGreaterThan(1);
        assertThat(suggested.getString("understood")).isEqualTo("javascript");
        assertThat(suggested.getJsonArray("results")).hasSize(1);
        JsonObject best = suggested.getJsonArray("results").getJsonObject(0);
        assertThat(best.getString("name")).isEqualTo("nodejs");
        assertThat(best.getString("displayName")).isEqualTo("Node.js");
        assertThat(best.getString("type")).isEqualTo("stack");
        assertThat(best.getString("matched")).isEqualTo("displayName");
        for (String wrong : List.of("", "?q=", "?q=x&limit=0", "?q=" + "x".repeat(201))) {
            assertThat(http.status("/api/search" + wrong)).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void theIndexComesInPages() {
        List<String> all = names("/v2index/all");
        List<String> read = new ArrayList<>();
        String next = "/v2index/all?limit=4";
        while (next != null) {
            HttpResponse<byte[]> page = http.get(next);
            assertThat(page.headers().firstValue("X-Total-Count")).contains(Integer.toString(all.size()));
            read.addAll(names(next));
            Matcher link = Pattern.compile("<([^>]*)>; rel=\"next\"")
                    .matcher(page.headers().firstValue("Link").orElseThrow());
            next = link.find() ? link.group(1) : null;
        }
        assertThat(read).isEqualTo(all);
        assertThat(http.get("/v2index/all").headers().firstValue("Link")).isEmpty();
        assertThat(http.status("/v2index/all?limit=0")).isEqualTo(400);
        assertThat(names("/v2index/all?limit=4&offset=1000")).isEmpty();
    }

    @Test
    void pullsOfDeprecatedVersionsCarryAWarning() {
        assertThat(http.get("/v2/devfile-catalog/nodejs/manifests/1.0.0")
                        .headers()
                        .firstValue("Warning"))
                .contains("299 - \"this version is deprecated\"");
        assertThat(http.get("/v2/devfile-catalog/nodejs/manifests/3.0.0")
                        .headers()
                        .firstValue("Warning"))
                .isEmpty();
    }

    @Test
    void tagsComeInPages() {
        HttpResponse<byte[]> first = http.get("/v2/devfile-catalog/nodejs/tags/list?n=2");
        assertThat(Http.text(first)).contains("\"tags\":[\"1.0.0\",\"2.0.0\"]");
        assertThat(header(first, "Link"))
                .isEqualTo("</v2/devfile-catalog/nodejs/tags/list?n=2&last=2.0.0>; rel=\"next\"");
        HttpResponse<byte[]> second = http.get("/v2/devfile-catalog/nodejs/tags/list?n=2&last=2.0.0");
        assertThat(Http.text(second)).contains("\"tags\":[\"3.0.0\"]");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void probesAreAnswered() {
        assertThat(http.status("/health")).isEqualTo(200);
        assertThat(http.status("/health/live")).isEqualTo(200);
        assertThat(http.status("/health/started")).isEqualTo(200);
        JsonObject state = check("/health/ready", "state");
        assertThat(state.getString("digest")).startsWith("sha256:");
        assertThat(state.getString("source.bundled.type")).isEqualTo("filesystem");
        assertThat(state.getString("source.bundled.revision")).isNotBlank();
        assertThat(check("/health/ready", "backend")).containsOnlyKeys("state", "lastScrub", "damaged");
    }

    @Test
    void openApiDescribesTheAddressesThatAreServed() {
        String document = Http.text(http.get("/openapi"));
        assertThat(document)
                .contains(
                        "/index:",
                        "/index/{type}:",
                        "/v2index/{type}:",
                        "/devfiles/{name}/{version}:",
                        "/devfiles/{name}/{version}/starter-projects/{project}:",
                        "/stacks/{name}/{path}:",
                        "name: minSchemaVersion",
                        "name: commandGroups",
                        "application/yaml");
    }

    private JsonObject check(String path, String name) {
        return http.json(path).asJsonObject().getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .filter(check -> check.getString("name").equals(name))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject entry(String path, String name) {
        return http.json(path).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(entry -> entry.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String path) {
        return http.json(path).asJsonArray().stream()
                .map(entry -> entry.asJsonObject().getString("name"))
                .toList();
    }

    private static String code(HttpResponse<byte[]> response) {
        return Http.json(response)
                .asJsonObject()
                .getJsonArray("errors")
                .getJsonObject(0)
                .getString("code");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Path devfile(String name, String version) {
        Path versioned = STACKS.resolve("stacks").resolve(name).resolve(version);
        Path directory = Files.isDirectory(versioned) ? versioned : versioned.getParent();
        Path hidden = directory.resolve(".devfile.yaml");
        return Files.exists(hidden) ? hidden : directory.resolve("devfile.yaml");
    }
}
