package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.liberty.NetworkNamespace.Counter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registry with a network creates a bundle, and a registry without a network serves it: the stacks of the
 * distribution, with repositories of starter projects on this machine, and stacks with all kinds of remote content.
 */
class AirGapIT {

    private static final String TOKEN = "a token for tests";
    private static final String[] AUTHORIZATION = {"Authorization", "Bearer " + TOKEN};
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- %s --></svg>";

    @TempDir
    private static Path directory;

    private static final AtomicBoolean GONE = new AtomicBoolean(true);
    private static final Map<String, byte[]> STARTERS = new TreeMap<>();
    private static GitRemote remote;
    private static RegistryServer online;
    private static RegistryServer offline;
    private static Optional<NetworkNamespace> namespace;
    private static Curl inside;
    private static JsonArray index;
    private static final Map<String, String> DEVFILES = new TreeMap<>();

    @BeforeAll
    static void bundle() throws IOException, InterruptedException {
        Command.require("git", "curl", "unshare", "nsenter", "ip");
        remote = new GitRemote(directory.resolve("remote"));
        remote.on("/stack.svg", exchange -> send(exchange, SVG.formatted("stack")));
        remote.on("/version.svg", exchange -> send(exchange, SVG.formatted("version")));
        remote.on("/devfiles/base/1.0.0", exchange -> send(exchange, """
                schemaVersion: 2.2.0
                parent: {uri: '%s'}
                """.formatted(remote.url("root.yaml"))));
        remote.on("/root.yaml", exchange -> send(exchange, "schemaVersion: 2.2.0\n"));
        remote.on("/manifest.yaml", exchange -> {
            if (GONE.get()) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, "kind: List\n");
            }
        });
        byte[] zip = zip("start/README.md", "README.md");
        remote.on("/start.zip", exchange -> send(exchange, zip));
        copyStacks();
        ours();
        online = new RegistryServer(Files.createDirectories(directory.resolve("online")))
                .withDirectory("bundled", directory.resolve("stacks"))
                .withDirectory("ours", directory.resolve("ours"))
                .with("REGISTRY_SOURCES", "ours,bundled")
                .with("REGISTRY_API_TOKEN", TOKEN)
                .with("REGISTRY_FETCH_ALLOW", "127.0.0.1:" + remote.port());
        online.startAndAwaitReady();
        whatIsMissingFailsTheBundle();
        GONE.set(false);
        keep();
        Path archive = Files.write(directory.resolve("bundle.tar.gz"), made());
        online.close();
        remote.close();
        serve(archive);
    }

    @AfterAll
    static void stop() {
        Stream.of(Optional.ofNullable(offline), Optional.ofNullable(online))
                .flatMap(Optional::stream)
                .forEach(RegistryServer::close);
        Optional.ofNullable(remote).ifPresent(GitRemote::close);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        send(exchange, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The stacks of the distribution, with repositories on this machine instead of the original repositories. */
    private static void copyStacks() throws IOException, InterruptedException {
        Path from = Path.of(System.getProperty("registry.stacks"));
        Pattern repository = Pattern.compile("https://github\\.com/[\\w.-]+/([\\w.-]+)\\.git");
        Map<String, String> texts = new HashMap<>();
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path target =
                    directory.resolve("stacks").resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            if (!file.toString().endsWith(".yaml")) {
                Files.copy(file, target);
                continue;
            }
            String text = Files.readString(file);
            texts.put(file.toString(), text);
            String ours = repository.matcher(text).replaceAll(match -> remote.url(match.group(1)));
            Files.writeString(
                    target, ours.replaceAll("https://start\\.openliberty\\.io/[^\\s'\"]*", remote.url("start.zip")));
        }
        String everything = String.join("\n", texts.values());
        for (String name : found(repository, everything)) {
            remote.write(name, "README.md", name);
            for (String subDir : found(Pattern.compile("subDir: *(\\S+)"), everything)) {
                remote.write(name, subDir + "/main.txt", name + " " + subDir);
            }
            remote.commit(name);
            for (String revision : found(Pattern.compile("revision: *(\\S+)"), everything)) {
                if (!revision.equals("main")) {
                    remote.git(name, "tag", revision);
                }
            }
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** A stack that refers to all kinds of remote content. */
    private static void ours() throws IOException, InterruptedException {
        remote.write("app", "src/main.txt", "main");
        Path script = remote.write("app", "src/run.sh", "#!/bin/sh\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(remote.tree("app").resolve("src/link"), Path.of("main.txt"));
        remote.commit("app");
        Path stack = Files.createDirectories(directory.resolve("ours/stacks/app/1.0.0"));
        Files.writeString(stack.resolveSibling("stack.yaml"), """
                name: app
                displayName: App
                icon: %s
                versions: [{version: 1.0.0, default: true}]
                """.formatted(remote.url("stack.svg")));
        Files.writeString(stack.resolve("devfile.yaml"), """
                # what stays as it is
                schemaVersion: 2.2.0
                metadata:
                  name: app
                  displayName: App
                  icon: "%s" # ours
                  version: 1.0.0
                  language: Java
                  projectType: Plain
                parent:
                  id: base
                  registryUrl: %s
                  version: 1.0.0
                starterProjects:
                  - name: whole
                    git: {remotes: {origin: '%s'}}
                  - name: part
                    subDir: src
                    git: {remotes: {origin: '%s'}}
                components:
                  - name: deploy
                    kubernetes: {uri: '%s'}
                """.formatted(
                        remote.url("version.svg"),
                        "http://127.0.0.1:" + remote.port(),
                        remote.url("app"),
                        remote.url("app"),
                        remote.url("manifest.yaml")));
    }

    private static void whatIsMissingFailsTheBundle() {
        HttpResponse<byte[]> response = online.http().get("/api/bundle", AUTHORIZATION);
        assertThat(response.statusCode()).as(Http.text(response)).isEqualTo(502);
        assertThat(Http.json(response).asJsonObject().getJsonArray("missing"))
                .as(Http.text(response))
                .hasSize(1);
        JsonObject missing =
                Http.json(response).asJsonObject().getJsonArray("missing").getJsonObject(0);
        assertThat(missing.getString("kind")).isEqualTo("file");
        assertThat(missing.getString("entry")).isEqualTo("app");
        assertThat(missing.getString("what")).endsWith("/manifest.yaml");
        assertThat(missing.getString("reason")).contains("404");
        HttpResponse<byte[]> incomplete = online.http().get("/api/bundle?incomplete=true", AUTHORIZATION);
        assertThat(incomplete.statusCode()).isEqualTo(200);
        assertThat(incomplete.headers().firstValue("Bundle-Missing")).contains("1");
        assertThat(online.http().status("/api/bundle")).isEqualTo(401);
        assertThat(online.http().post("/api/bundle", "", AUTHORIZATION).statusCode())
                .isEqualTo(405);
    }

    private static byte[] made() {
        HttpResponse<byte[]> response = online.http().get("/api/bundle", AUTHORIZATION);
        assertThat(response.statusCode()).as(Http.text(response)).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/gzip");
        HttpResponse<byte[]> head = online.http().send("HEAD", "/api/bundle", AUTHORIZATION);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(Integer.toString(response.body().length));
        assertThat(online.http().get("/api/bundle", AUTHORIZATION).body()).isEqualTo(response.body());
        return response.body();
    }

    /** Records the responses of the registry with a network. */
    private static void keep() {
        Http http = online.http();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !http.json("/v2index/all?icon=base64").toString().matches(".*/(stack|version)[.]svg.*"));
        index = http.json("/v2index/all?icon=base64").asJsonArray();
        for (String path : paths("starterProjects", "/starter-projects/")) {
            HttpResponse<byte[]> response = http.get(path);
            assertThat(response.statusCode())
                    .as(path + " " + Http.text(response))
                    .isEqualTo(202);
            STARTERS.put(path, response.body());
        }
        for (String path : paths("version", "")) {
            HttpResponse<byte[]> response = http.get(path);
            if (response.statusCode() == 200) {
                DEVFILES.put(path, Http.text(response));
            }
        }
    }

    /** Paths below the URLs of versions, one for each item of a member. */
    private static List<String> paths(String member, String below) {
        return index.stream()
                .map(JsonValue::asJsonObject)
                .filter(entry -> entry.containsKey("versions"))
                .flatMap(entry -> entry.getJsonArray("versions").stream()
                        .map(JsonValue::asJsonObject)
                        .filter(version -> version.containsKey(member))
                        .flatMap(version -> {
                            String path = "/devfiles/" + entry.getString("name") + "/" + version.getString("version");
                            return below.isEmpty()
                                    ? Stream.of(path)
                                    : version.getJsonArray(member).getValuesAs(JsonString.class).stream()
                                            .map(name -> path + below + name.getString());
                        }))
                .toList();
    }

    private static void serve(Path archive) throws IOException, InterruptedException {
        namespace = NetworkNamespace.tryMake(directory);
        offline = new RegistryServer(Files.createDirectories(directory.resolve("offline")))
                .with("REGISTRY_SOURCES", "bundle")
                .with("REGISTRY_SOURCE_BUNDLE_TYPE", "archive")
                .with("REGISTRY_SOURCE_BUNDLE_PATH", archive.toString())
                .with("REGISTRY_OFFLINE", "true")
                .startedBy(namespace.map(NetworkNamespace::command).orElse(List.of()));
        offline.start();
        await().atMost(Duration.ofMinutes(1)).until(offline::isRunning);
        List<String> entering =
                namespace.map(one -> one.enter(offline.processId())).orElse(List.of());
        inside = new Curl(directory, entering, offline.port());
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> inside.status("/health/ready") == 200);
    }

    @Test
    void theIndexIsTheSame() throws IOException, InterruptedException {
        JsonArray found = inside.json("/v2index/all?icon=base64").asJsonArray();

        assertThat(withoutResources(found)).isEqualTo(withoutResources(index));
    }

    /** Removes resources, because the files that the bundle adds are resources. */
    private static JsonValue withoutResources(JsonValue value) {
        if (value instanceof JsonArray array) {
            var copy = Json.createArrayBuilder();
            array.forEach(item -> copy.add(withoutResources(item)));
            return copy.build();
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder copy = Json.createObjectBuilder();
            object.forEach((key, member) -> {
                if (!key.equals("resources")) {
                    copy.add(key, withoutResources(member));
                }
            });
            return copy.build();
        }
        return value;
    }

    @Test
    void everyStarterProjectIsThere() throws IOException, InterruptedException {
        assertThat(STARTERS).hasSizeGreaterThan(10);
        for (Map.Entry<String, byte[]> starter : STARTERS.entrySet()) {
            assertThat(unzipped(inside.get(starter.getKey())))
                    .as(starter.getKey())
                    .isNotEmpty()
                    .isEqualTo(unzipped(starter.getValue()));
        }
        assertThat(unzipped(inside.get("/devfiles/app/1.0.0/starter-projects/part")))
                .containsOnlyKeys("main.txt", "run.sh", "link");
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void everyIconIsThere() throws IOException, InterruptedException {
        JsonArray found = inside.json("/index?icon=base64").asJsonArray();

        assertThat(found)
                .allSatisfy(entry ->
                        assertThat(entry.asJsonObject().getString("icon")).startsWith("data:image/"));
        for (String kind : List.of("stack", "version")) {
            byte[] svg = SVG.formatted(kind).getBytes(StandardCharsets.UTF_8);
            String path =
                    "/icons/" + io.devfile.registry.spi.oci.model.Digest.of(svg).hex();
            assertThat(inside.get(path)).isEqualTo(svg);
        }
    }

    @Test
    void devfilesAreTheSameButForAddresses() throws IOException, InterruptedException {
        assertThat(DEVFILES).hasSizeGreaterThan(10);
        for (Map.Entry<String, String> devfile : DEVFILES.entrySet()) {
            String found = inside.text(devfile.getKey());
            if (!devfile.getKey().startsWith("/devfiles/app/")) {
                assertThat(found).as(devfile.getKey()).isEqualTo(devfile.getValue());
                continue;
            }
            assertThat(found.replaceAll("(icon|parent|file)-[0-9a-f]{12}", "$1"))
                    .isEqualTo(devfile.getValue()
                            .replace("\"" + remote.url("version.svg") + "\"", "icon.svg")
                            .replaceFirst("id: base\n.*\n.*\n", "uri: parent.yaml\n")
                            .replace("'" + remote.url("manifest.yaml") + "'", "file.yaml"));
        }
    }

    @Test
    void parentsAndManifestsStandBesideTheDevfile() throws IOException, InterruptedException {
        String devfile = inside.text("/devfiles/app/1.0.0");

        String parent = inside.text("/stacks/app/1.0.0/" + uri("parent-", devfile));
        assertThat(inside.text("/stacks/app/1.0.0/" + uri("parent-", parent))).isEqualTo("schemaVersion: 2.2.0\n");
        assertThat(inside.text("/stacks/app/1.0.0/" + uri("file-", devfile))).isEqualTo("kind: List\n");
    }

    private static String uri(String prefix, String text) {
        Matcher matcher =
                Pattern.compile("uri: (" + prefix + "[0-9a-f]{12}\\.yaml)").matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void nothingIsMissedAndNobodyElseMayMakeABundle() throws IOException, InterruptedException {
        assertThat(inside.text("/health/ready")).contains("\"errors\":0");
        assertThat(inside.status("/api/bundle")).isEqualTo(401);
        assertThat(inside.text("/health/ready")).doesNotContain("failing");
    }

    @Test
    void noConnectionIsMade() throws IOException, InterruptedException {
        assumeThat(namespace)
                .as("Network namespaces are not permitted here, so this cannot be checked")
                .isPresent();
        everyStarterProjectIsThere();
        everyIconIsThere();
        long server = offline.processId();

        // at its start, the server connects to its own port a few times at most, to check that it is the one on the
        // port
        assertThat(NetworkNamespace.count(server, Counter.CONNECTIONS)).isLessThanOrEqualTo(inside.connections() + 30L);
        assertThat(NetworkNamespace.count(server, Counter.DATAGRAMS)).isZero();
        assertThat(NetworkNamespace.count(server, Counter.NO_WAY)).isZero();
        // checks that an attempt would have been counted
        Process attempt = new ProcessBuilder(Stream.concat(
                                namespace.orElseThrow().enter(server).stream(),
                                Stream.of("curl", "-s", "--noproxy", "*", "http://192.0.2.1/"))
                        .toList())
                .start();
        assertThat(attempt.waitFor()).isNotZero();
        assertThat(NetworkNamespace.count(server, Counter.NO_WAY)).isPositive();
    }
}
