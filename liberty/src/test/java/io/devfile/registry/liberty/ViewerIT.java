package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web pages, as client programs see them. */
@ExtendWith(ViewerServer.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ViewerIT {

    private static final String REGISTRY = "/viewer/devfiles/our-registry/";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Http http;
    private String base;

    @BeforeEach
    void connect(RegistryServer server) {
        http = server.http();
        base = server.base().toString();
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private String page(String path) {
        HttpResponse<byte[]> response = http.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Http.text(response);
    }

    @Test
    void thePageHasWhatExistingChecksLookFor() {
        assertThat(page("/viewer"))
                .startsWith("<!DOCTYPE html>")
                .contains("Devfile Registry", "Devfile, OpenShift, Kubernetes", "lang=\"en\"");
        HttpResponse<byte[]> root = http.get("/", "Accept", "text/html");
        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(header(root, "Location")).isEqualTo("/viewer");
    }

    @ParameterizedTest
    @CsvSource({
        "/viewer, 200",
        "/viewer/, 200",
        "/viewer?search=go&tags=Go&page=1, 200",
        "/viewer?search=xyzzy, 200",
        "/viewer/devfiles/mine, 200",
        "/viewer/devfiles/our-registry/go, 200",
        "/viewer/devfiles/bundled/go/1.0.0, 200",
        "/viewer/devfiles/our-registry/go?devfile-version=latest, 200",
        "/viewer/devfiles/our-registry/hostile, 200",
        "/viewer/feed.xml, 200",
        "/sitemap.xml, 200",
        "/robots.txt, 200",
        "/viewer/status, 200",
        "/viewer/nothing, 404",
        "/viewer/devfiles/nobody, 404",
        "/viewer/devfiles/our-registry/nothing, 404",
        "/viewer/devfiles/mine/go, 404",
        "/viewer/devfiles/our-registry/go/9.9.9, 404",
        "/viewer/assets/viewer-0.css, 404",
        "/viewer?page=99, 302",
    })
    void everyPageHasItsHeadersAndNoSession(String path, int status) {
        HttpResponse<byte[]> response = http.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().map()).doesNotContainKeys("Set-Cookie", "Expires", "Pragma", "X-Powered-By");
        assertThat(header(response, "Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        if (status != 200) {
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            assertThat(response.headers().map()).doesNotContainKey("ETag");
            return;
        }
        assertThat(header(response, "Cache-Control"))
                .isEqualTo(
                        path.equals("/viewer/status") ? "no-cache" : "public, max-age=60, stale-while-revalidate=300");
        assertThat(header(response, "Vary")).isEqualTo("Host, Accept-Encoding");
        String tag = header(response, "ETag");
        assertThat(tag).matches("\"[0-9a-f]{32,64}\"");
        HttpResponse<byte[]> again = http.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        HttpResponse<byte[]> compressed = http.get(path, "Accept-Encoding", "gzip");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "ETag")).isNotEqualTo(tag).endsWith("-gzip\"");
        HttpResponse<byte[]> head = http.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(tag);
    }

    @Test
    void pagesAreForReading() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<byte[]> response = http.send(method, "/viewer");
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
        }
    }

    @Test
    void anOldBookmarkLeadsToTheDetailPage() {
        HttpResponse<byte[]> old = http.get("/devfiles/Our%20Registry+go");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(header(old, "Location")).isEqualTo(REGISTRY + "go");
        assertThat(http.status("/devfiles/go")).isEqualTo(200);
    }

    @Test
    void aPageBeyondTheEndIsTheLast() {
        assertThat(header(http.get("/viewer?page=99&tags=Filling"), "Location"))
                .isEqualTo("/viewer?tags=Filling&page=2");
    }

    @Test
    void versionsHaveOneAddressAmongSeveral() {
        for (String path : List.of("go/1.0.0", "go?devfile-version=1.0.0")) {
            assertThat(page(REGISTRY + path))
                    .contains("<link rel=\"canonical\" href=\"" + base + REGISTRY + "go/1.0.0\"");
        }
        for (String path : List.of("go", "go/default", "go/latest", "go/2.0.0")) {
            assertThat(page(REGISTRY + path)).contains("<link rel=\"canonical\" href=\"" + base + REGISTRY + "go\"");
        }
    }

    @Test
    void whatIsNotThereNamesWhatMayHaveBeenMeant() {
        assertThat(Http.text(http.get(REGISTRY + "nodejz"))).contains("Did you mean", REGISTRY + "nodejs\"");
        assertThat(Http.text(http.get(REGISTRY + "go/9.9.9")))
                .contains(REGISTRY + "go/1.0.0\"", REGISTRY + "go/2.0.0\"");
        assertThat(Http.text(http.get("/viewer/devfiles/other/go"))).contains(REGISTRY + "go\"");
    }

    @Test
    void aPageForEveryVersionRenders() {
        for (JsonValue value : http.json("/v2index/all").asJsonArray()) {
            JsonObject entry = value.asJsonObject();
            String name = entry.getString("name");
            if (!name.equals("giant")) {
                for (JsonObject version : versions(entry)) {
                    String number = version.getString("version");
                    assertThat(page(REGISTRY + name + "/" + number))
                            .contains(
                                    "<h1", "id=\"devfile\"", "application/ld+json", "/devfiles/" + name + "/" + number)
                            .endsWith("</html>");
                }
            }
        }
    }

    @Test
    void facetsCountWhatTheIndexHas() {
        JsonArray entries = http.json("/v2index/all").asJsonArray();
        Map<String, Function<JsonObject, Stream<String>>> facets = Map.of(
                "languages", entry -> Stream.of(entry.getString("language", "")),
                "providers", entry -> Stream.of(entry.getString("provider", "")),
                "tags", entry -> strings(entry, "tags"),
                "schemaVersions",
                        entry -> versions(entry).stream()
                                .map(version -> version.getString("schemaVersion", ""))
                                .distinct());
        String catalogue = page("/viewer");
        facets.forEach((parameter, values) -> {
            Map<String, Integer> counts = new TreeMap<>();
            entries.forEach(entry -> values.apply(entry.asJsonObject())
                    .filter(text -> !text.isEmpty())
                    .forEach(value -> counts.merge(value, 1, Integer::sum)));
            Map<String, Integer> shown = options(catalogue, parameter);
            assertThat(shown).as(parameter).isNotEmpty();
            assertThat(counts).as(parameter).containsAllEntriesOf(shown);
        });
        assertThat(options(catalogue, "types"))
                .containsEntry("Stack", http.json("/v2index").asJsonArray().size())
                .containsEntry(
                        "Sample", http.json("/v2index/sample").asJsonArray().size());
        // the index has the entries that state none, too
        Map<String, Integer> architectures = options(catalogue, "architectures");
        int notStated = architectures.remove("not stated");
        architectures.forEach((name, count) -> assertThat(
                        http.json("/v2index/all?arch=" + name).asJsonArray())
                .as(name)
                .hasSize(count + notStated));
    }

    private static Map<String, Integer> options(String page, String parameter) {
        Matcher option = Pattern.compile("name=\"" + parameter
                        + "\" value=\"([^\"<&]*)\"[^>]*><bdi>[^<]*</bdi><span class=\"n\">(\\d+)</span>")
                .matcher(page);
        Map<String, Integer> options = new TreeMap<>();
        while (option.find()) {
            options.put(option.group(1), Integer.valueOf(option.group(2)));
        }
        return options;
    }

    private static List<JsonObject> versions(JsonObject entry) {
        return entry.containsKey("versions")
                ? entry.getJsonArray("versions").getValuesAs(JsonValue::asJsonObject)
                : List.of();
    }

    private static Stream<String> strings(JsonObject entry, String key) {
        return entry.containsKey(key)
                ? entry.getJsonArray(key).getValuesAs(JsonString::getString).stream()
                : Stream.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search",
                "tags",
                "types",
                "providers",
                "languages",
                "registries",
                "architectures",
                "schemaVersions",
                "deprecated",
                "sort",
                "page",
                "devfile-version",
                "jakarta.faces.ViewState",
                "jakarta.faces.partial.ajax",
                "jfwid",
                "javax.faces.resource",
            })
    void hostileParametersAreText(String parameter) {
        String harm = ViewerContent.EXPRESSION + "\"'>" + ViewerContent.SCRIPT + "\u0000\u001b\r\nX: y";
        for (String value : List.of(harm, "x".repeat(8000), "%", "\ud83e\udd8a")) {
            for (String path : List.of("/viewer", REGISTRY + "hostile")) {
                HttpResponse<byte[]> response =
                        http.get(path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                assertThat(response.statusCode()).as(path).isIn(200, 404);
                assertThat(response.headers().map()).doesNotContainKeys("X", "Set-Cookie");
                assertThat(Http.text(response)).doesNotContain("<script>window", "<img src=x", "49 49");
                if (value.equals(harm)
                        && List.of("search", "tags", "providers").contains(parameter)
                        && path.equals("/viewer")) {
                    assertThat(Http.text(response)).contains(ViewerContent.EXPRESSION, "&lt;script&gt;");
                }
            }
        }
    }

    @Test
    void hostileDevfilesAreText() {
        for (String path :
                List.of(REGISTRY + "hostile", "/viewer?search=hostile", "/viewer/status", "/viewer/feed.xml")) {
            assertThat(page(path)).doesNotContain("<script>window", "<img src=x", "49 49", "href=\"javascript:");
        }
        assertThat(page(REGISTRY + "hostile")).contains(ViewerContent.EXPRESSION, "&lt;script&gt;");
    }

    @Test
    void brokenStacksAreToldToOperators() {
        assertThat(page("/viewer/status")).contains("stacks/broken/devfile.yaml", "mine", "bundled", "can be pulled");
    }

    @Test
    void feedAndMapAreXmlWithAddressesOfThisServer() throws Exception {
        for (String path : List.of("/viewer/feed.xml", "/sitemap.xml")) {
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(http.get(path).body()));
            assertThat(page(path)).contains(base + REGISTRY);
        }
        assertThat(page("/robots.txt")).contains("Sitemap: " + base + "/sitemap.xml");
    }

    @Test
    void theFirstLoadIsLight() {
        HttpResponse<byte[]> first = http.get("/viewer", "Accept-Encoding", "gzip");
        Matcher links =
                Pattern.compile("(?:href|src)=\"(/viewer/assets/[^\"]*)\"").matcher(page("/viewer"));
        List<String> assets = new ArrayList<>();
        while (links.find()) {
            assets.add(links.group(1));
        }
        int bytes = first.body().length;
        for (String asset : assets) {
            HttpResponse<byte[]> response = http.get(asset, "Accept-Encoding", "gzip");
            assertThat(response.statusCode()).as(asset).isEqualTo(200);
            assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            bytes += response.body().length;
        }
        assertThat(assets).hasSizeBetween(3, 5);
        assertThat(bytes).isLessThan(60_000);
    }

    @Test
    void templatesAreNobodysBusiness() {
        for (String path : List.of(
                "/x.xhtml",
                "/WEB-INF/viewer/frame.xhtml",
                "/viewer/frame.xhtml",
                "/frame.xhtml",
                "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
                "/faces/x.xhtml")) {
            HttpResponse<byte[]> response = http.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
            assertThat(Http.text(response)).doesNotContain("ui:composition", "jakarta.faces.");
        }
    }
}
