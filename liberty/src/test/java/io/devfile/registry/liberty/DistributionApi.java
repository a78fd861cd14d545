package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The responses of {@code /v2} for the bundled stacks, with any backend: bodies, headers, conditions, ranges, pages,
 * referrers and errors.
 */
abstract class DistributionApi {

    private static final String GO = "/v2/devfile-catalog/go";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    @TempDir
    Path scratch;

    abstract Http http();

    /** The arguments with which oras finds a repository of the backend, without a reference, and the options for it. */
    abstract List<String> inBackend(String repository);

    @Test
    void aManifestIsTheSameByTagAndByDigest() {
        HttpResponse<byte[]> byTag = http().get(GO + "/manifests/2.0.0");
        String digest = Digest.of(byTag.body()).toString();
        HttpResponse<byte[]> byDigest = http().get(GO + "/manifests/" + digest);

        for (HttpResponse<byte[]> response : List.of(byTag, byDigest)) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(byTag.body());
            assertThat(header(response, "Content-Type")).isEqualTo(MANIFEST);
            assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(byTag.body().length));
            assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest);
            assertThat(header(response, "ETag")).isEqualTo('"' + digest + '"');
            assertThat(header(response, "Docker-Distribution-API-Version")).isEqualTo("registry/2.0");
        }
        assertThat(header(byTag, "Cache-Control")).contains("no-cache");
        assertThat(header(byDigest, "Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manifests/2.0.0", "/tags/list", "/blobs/", ""})
    void headSaysWhatGetSays(String address) {
        String path = address.equals("/blobs/") ? GO + address + layer() : address.isEmpty() ? "/v2/" : GO + address;
        HttpResponse<byte[]> get = http().get(path);
        HttpResponse<byte[]> head = http().send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name :
                List.of("Content-Type", "Content-Length", "Docker-Content-Digest", "ETag", "Cache-Control")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manifests/2.0.0", "/blobs/"})
    void whatTheClientHasIsNotSentAgain(String address) {
        String path = address.equals("/blobs/") ? GO + address + layer() : GO + address;
        String tag = header(http().get(path), "ETag");

        for (String condition : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<byte[]> response = http().get(path, "If-None-Match", condition);
            assertThat(response.statusCode()).as(condition).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(header(response, "ETag")).isEqualTo(tag);
        }
        assertThat(http().get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|200",
                MANIFEST + "|200",
                "application/vnd.docker.distribution.manifest.v2+json|200",
                INDEX + "|200",
                "text/html, " + MANIFEST + ";q=0|404"
            })
    void aManifestIsGivenUnlessItsTypeIsRefused(String accept, int status) {
        assertThat(http().get(GO + "/manifests/2.0.0", "Accept", accept).statusCode())
                .isEqualTo(status);
        assertThat(http().send("HEAD", GO + "/manifests/2.0.0", "Accept", accept)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aBlobIsGivenWholeAndMayBeKeptForever() {
        HttpResponse<byte[]> blob = http().get(GO + "/blobs/" + layer());

        assertThat(blob.statusCode()).isEqualTo(200);
        assertThat(Digest.of(blob.body())).hasToString(layer());
        assertThat(header(blob, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(blob, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(blob, "Docker-Content-Digest")).isEqualTo(layer());
        assertThat(header(blob, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 20",
        "bytes=10-, 10, -1",
        "bytes=-7, -7, -1",
        "bytes=-99999999999999999999, 0, -1",
        "bytes=3-99999999999999999999, 3, -1",
        "BYTES=1-2, 1, 3"
    })
    void aRangeIsGivenAsPartOfTheBlob(String range, int from, int to) {
        byte[] whole = http().get(GO + "/blobs/" + layer()).body();
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;

        HttpResponse<byte[]> part = http().get(GO + "/blobs/" + layer(), "Range", range);

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + whole.length);
        assertThat(header(part, "Content-Length")).isEqualTo(String.valueOf(end - first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "bytes=x-y", "items=0-1", "bytes=5-2", "bytes=-"})
    void aRangeThatIsNoneIsIgnored(String range) {
        assertThat(http().get(GO + "/blobs/" + layer(), "Range", range).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000000-", "bytes=99999999999999999999-", "bytes=-0"})
    void aRangePastTheEndIsAnErrorThatTellsTheSize(String range) {
        int size = http().get(GO + "/blobs/" + layer()).body().length;

        HttpResponse<byte[]> response = http().get(GO + "/blobs/" + layer(), "Range", range);

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes */" + size);
        assertThat(response.headers().firstValue("ETag")).isEmpty();
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aRangeOfSomethingElseIsNotGiven() {
        String path = GO + "/blobs/" + layer();

        assertThat(http().get(path, "Range", "bytes=0-1", "If-Range", '"' + layer() + '"')
                        .statusCode())
                .isEqualTo(206);
        assertThat(http().get(path, "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBlobOfAnotherRepositoryIsNotFound() {
        HttpResponse<byte[]> response = http().get("/v2/devfile-catalog/python/blobs/" + layer());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(error(response).getString("code")).isEqualTo("BLOB_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"/v2/devfile-catalog/nodejs/tags/list, tags", "/v2/_catalog, repositories"})
    void followedPagesGiveTheWholeSortedListOnce(String path, String key) {
        List<String> whole = strings(http().json(path).asJsonObject().getJsonArray(key));
        assertThat(whole).isSorted().hasSizeGreaterThan(2);
        for (int n = 1; n <= whole.size() + 1; n++) {
            List<String> seen = new ArrayList<>();
            String next = path + "?n=" + n;
            while (!next.isEmpty()) {
                HttpResponse<byte[]> response = http().get(next);
                List<String> page = strings(Http.json(response).asJsonObject().getJsonArray(key));
                assertThat(page).hasSizeBetween(1, n);
                seen.addAll(page);
                next = response.headers()
                        .firstValue("Link")
                        .map(link -> link.replaceFirst("^<([^>]*)>; rel=\"next\"$", "$1"))
                        .orElse("");
            }
            assertThat(seen).as("pages of " + n).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v2/devfile-catalog/nodejs/tags/list, tags", "/v2/_catalog, repositories"})
    void pagesBeginAfterAnyName(String path, String key) {
        assertThat(strings(http().json(path + "?last=zzz").asJsonObject().getJsonArray(key)))
                .isEmpty();
        assertThat(strings(http().json(path + "?last=0&n=1").asJsonObject().getJsonArray(key)))
                .hasSize(1);
        HttpResponse<byte[]> none = http().get(path + "?n=0");
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(strings(Http.json(none).asJsonObject().getJsonArray(key))).isEmpty();
        assertThat(none.headers().firstValue("Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "1.5", "0x10", "%20"})
    void aNumberOfNamesThatIsNoneIsAnError(String n) {
        for (String path : List.of("/v2/devfile-catalog/nodejs/tags/list", "/v2/_catalog")) {
            HttpResponse<byte[]> response = http().get(path + "?n=" + n);
            assertThat(response.statusCode()).as(path + "?n=" + n).isEqualTo(400);
            assertThat(error(response).getString("message")).contains("n must be a number");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/Devfile/tags/list, 400, NAME_INVALID",
        "/v2/devfile-catalog/go/blobs/sha256:abc, 400, DIGEST_INVALID",
        "/v2/devfile-catalog/go/blobs/md5:d41d8cd98f00b204e9800998ecf8427e, 400, DIGEST_INVALID",
        "/v2/devfile-catalog/go/manifests/9, 404, MANIFEST_UNKNOWN",
        "/v2/devfile-catalog/go/manifests/-bad, 404, MANIFEST_UNKNOWN",
        "/v2/devfile-catalog/no-such/manifests/1.0.0, 404, MANIFEST_UNKNOWN",
        "/v2/devfile-catalog/no-such/tags/list, 404, NAME_UNKNOWN",
        "/v2/nothing/here, 404, NAME_UNKNOWN"
    })
    void errorsAreThoseOfTheSpecification(String path, int status, String code) {
        HttpResponse<byte[]> response = http().get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/json");
        assertThat(error(response).getString("code")).isEqualTo(code);
        assertThat(error(response).getString("message")).isNotBlank();
        assertThat(error(response)).containsKey("detail");
        assertThat(Http.text(response))
                .doesNotContain(scratch.getRoot().resolve("tmp").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothingIsWritten(String method) {
        for (String path : List.of("/blobs/uploads/", "/manifests/2.0.0", "/blobs/" + layer())) {
            HttpResponse<byte[]> response = http().send(method, GO + path);
            assertThat(response.statusCode()).as(method + " " + path).isEqualTo(405);
            assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
            assertThat(error(response).getString("code")).isEqualTo("UNSUPPORTED");
        }
    }

    @Test
    void aLongNameThatAlmostMatchesIsRefusedAtOnce() {
        String tricky = "a" + "-a".repeat(126) + "--_";

        long begun = System.nanoTime();
        assertThat(http().get("/v2/" + tricky + "/tags/list").statusCode()).isEqualTo(400);
        assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    }

    @Test
    void everyVersionIsPulledByOrasAndSkopeo() throws Exception {
        Command.require("oras", "skopeo");
        for (String reference : new Artifacts(http()).verifyAll()) {
            PullingClients.ofRegistry(http().authority(), reference, scratch)
                    .pull(manifest(reference), layers(reference));
        }
    }

    @Test
    void nothingRefersToAnArtifactThatIsNotSigned() {
        HttpResponse<byte[]> response = http().get("/v2/devfile-catalog/dotnet/referrers/" + digest("dotnet", "1.0.0"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo(INDEX);
        JsonObject index = Http.json(response).asJsonObject();
        assertThat(index.getInt("schemaVersion")).isEqualTo(2);
        assertThat(index.getString("mediaType")).isEqualTo(INDEX);
        assertThat(index.getJsonArray("manifests")).isEmpty();
        assertThat(response.headers().firstValue("OCI-Filters-Applied")).isEmpty();
    }

    @Test
    void whatSomebodyAttachesInTheBackendIsFoundAndPulled() throws Exception {
        Command.require("oras");
        Files.writeString(scratch.resolve("signature.txt"), "signed by somebody");
        attach("java-quarkus", "application/vnd.example.signature");
        attach("java-quarkus", "application/vnd.example.sbom");
        String path = "/v2/devfile-catalog/java-quarkus/referrers/" + digest("java-quarkus", "1.0.0");

        assertThat(http().json(path).asJsonObject().getJsonArray("manifests")).hasSize(2);
        HttpResponse<byte[]> filtered = http().get(path + "?artifactType=application%2Fvnd.example.signature");
        assertThat(header(filtered, "OCI-Filters-Applied")).isEqualTo("artifactType");
        JsonArray found = Http.json(filtered).asJsonObject().getJsonArray("manifests");
        assertThat(found).hasSize(1);
        JsonObject descriptor = found.getJsonObject(0);
        assertThat(descriptor.getString("artifactType")).isEqualTo("application/vnd.example.signature");
        assertThat(descriptor.getJsonObject("annotations").getString("by")).isEqualTo("somebody");

        String registry = http().authority() + "/devfile-catalog/java-quarkus";
        Path pulled = Files.createDirectories(scratch.resolve("pulled"));
        Command.run(pulled, "oras", "pull", "--plain-http", registry + "@" + descriptor.getString("digest"));
        assertThat(pulled.resolve("signature.txt")).hasContent("signed by somebody");
        assertThat(Command.run(scratch, "oras", "discover", "--plain-http", registry + ":1.0.0"))
                .contains("application/vnd.example.signature", "application/vnd.example.sbom");
    }

    @Test
    void aSignatureUnderATagOfTheDigestIsFoundAndPulled() throws Exception {
        Command.require("oras");
        String digest = digest("python", "1.0.0");
        String tag = digest.replace(':', '-');
        Files.writeString(scratch.resolve("payload.json"), "{}");
        push("python", tag + ".sig");
        push("python", tag);

        assertThat(http().get("/v2/devfile-catalog/python/manifests/" + tag + ".sig")
                        .statusCode())
                .isEqualTo(200);
        assertThat(strings(http().json("/v2/devfile-catalog/python/tags/list")
                        .asJsonObject()
                        .getJsonArray("tags")))
                .contains(tag + ".sig", tag, "1.0.0");
        assertThat(http().json("/v2/devfile-catalog/python/referrers/" + digest)
                        .asJsonObject()
                        .getJsonArray("manifests"))
                .hasSize(1);
    }

    @Test
    void whatOthersKeepInTheBackendIsNotShown() throws Exception {
        Command.require("oras");
        Files.writeString(scratch.resolve("payload.json"), "{}");
        List<String> command = new ArrayList<>(List.of("oras", "push"));
        command.addAll(inBackend("private/images"));
        command.set(command.size() - 1, command.get(command.size() - 1) + ":1.0.0");
        command.add("payload.json");
        Command.run(scratch, command.toArray(String[]::new));

        assertThat(http().get("/v2/private/images/manifests/1.0.0").statusCode())
                .isEqualTo(404);
        assertThat(http().get("/v2/private/images/tags/list").statusCode()).isEqualTo(404);
        assertThat(strings(http().json("/v2/_catalog").asJsonObject().getJsonArray("repositories")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("devfile-catalog/"));
    }

    byte[] manifest(String reference) {
        return http().get("/v2/" + reference.replace(":", "/manifests/")).body();
    }

    /** The names of the files that an artifact has, in order. */
    List<String> layers(String reference) {
        return http()
                .json("/v2/" + reference.replace(":", "/manifests/"))
                .asJsonObject()
                .getJsonArray("layers")
                .stream()
                .map(layer -> layer.asJsonObject().getJsonObject("annotations"))
                .map(annotations -> annotations.getString("org.opencontainers.image.title"))
                .sorted()
                .toList();
    }

    private void attach(String stack, String type) throws Exception {
        List<String> command = new ArrayList<>(List.of("oras", "attach", "--annotation", "by=somebody"));
        command.addAll(List.of("--artifact-type", type));
        command.addAll(inBackend("devfile-catalog/" + stack));
        command.set(command.size() - 1, command.get(command.size() - 1) + ":1.0.0");
        command.add("signature.txt");
        Command.run(scratch, command.toArray(String[]::new));
    }

    private void push(String stack, String tag) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("oras", "push", "--artifact-type", "application/vnd.example." + stack));
        command.addAll(inBackend("devfile-catalog/" + stack));
        command.set(command.size() - 1, command.get(command.size() - 1) + ":" + tag);
        command.add("payload.json");
        Command.run(scratch, command.toArray(String[]::new));
    }

    private String layer() {
        return http().json(GO + "/manifests/2.0.0")
                .asJsonObject()
                .getJsonArray("layers")
                .getJsonObject(0)
                .getString("digest");
    }

    private String digest(String stack, String version) {
        return Digest.of(http().get("/v2/devfile-catalog/" + stack + "/manifests/" + version)
                        .body())
                .toString();
    }

    private static JsonObject error(HttpResponse<byte[]> response) {
        return Http.json(response).asJsonObject().getJsonArray("errors").getJsonObject(0);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
