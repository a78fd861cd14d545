package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starter projects that are at remotes: Git repositories and zips. */
class StarterProjectsIT {

    @TempDir
    private static Path directory;

    private static final CountDownLatch END = new CountDownLatch(1);
    private static final AtomicInteger INSIDE = new AtomicInteger();
    private static final List<String> PROJECTS = new ArrayList<>();

    private static GitRemote remote;
    private static String commit;
    private static RegistryServer server;
    private static Http http;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Command.require("git", "unzip", "diff", "find");
        remote = new GitRemote(directory.resolve("remote"));
        fill();
        remote.on("/html", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
        });
        remote.on("/silent", exchange -> awaitEnd());
        remote.on("/away", exchange -> {
            INSIDE.incrementAndGet();
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.2:" + remote.port() + exchange.getRequestURI());
            exchange.sendResponseHeaders(302, -1);
        });
        byte[] zip = zip("app-1.0/README.md", "readme", "app-1.0/web/index.html", "<html>");
        remote.on("/app.zip", exchange -> {
            exchange.sendResponseHeaders(200, zip.length);
            exchange.getResponseBody().write(zip);
        });
        describe();
        server = new RegistryServer(directory)
                .withDirectory("ours", directory.resolve("source"))
                .with("REGISTRY_STARTER_TIMEOUT", "PT8S")
                .with("REGISTRY_FETCH_ALLOW", "127.0.0.1:" + remote.port());
        server.startAndAwaitReady();
        http = server.http();
    }

    @AfterAll
    static void stop() {
        END.countDown();
        if (server != null) {
            server.close();
        }
        if (remote != null) {
            remote.close();
        }
    }

    private static void awaitEnd() {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fill() throws IOException, InterruptedException {
        remote.write("app", "README.md", "first");
        remote.write("app", "src/main.txt", "main");
        assertThat(remote.write("app", "src/run.sh", "#!/bin/sh\n").toFile().setExecutable(true))
                .isTrue();
        Files.createSymbolicLink(remote.tree("app").resolve("src/link"), Path.of("main.txt"));
        remote.commit("app");
        commit = remote.git("app", "rev-parse", "HEAD");
        remote.git("app", "tag", "-a", "-m", "A release", "v1");
        remote.write("app", "README.md", "second");
        remote.commit("app");
        remote.git("app", "checkout", "-q", "-b", "next");
        remote.write("app", "README.md", "next");
        remote.commit("app");
        remote.git("app", "checkout", "-q", "main");
        remote.write("many", "README.md", "many");
        remote.commit("many");
        remote.write("hostile", "README.md", "hostile");
        Files.createSymbolicLink(remote.tree("hostile").resolve("passwd"), Path.of("../../../etc/passwd"));
        remote.commit("hostile");
    }

    private static void describe() throws IOException {
        git("default", remote.url("app"), "", "");
        git("branch", remote.url("app"), "next", "");
        git("tag", remote.url("app"), "v1", "");
        git("commit", remote.url("app"), commit, "");
        git("directory", remote.url("app"), "", "src");
        git("many", remote.url("many"), "main", "");
        git("missing", remote.url("missing"), "", "");
        git("no-branch", remote.url("app"), "no-such-branch", "");
        git("no-directory", remote.url("app"), "", "no-such-directory");
        git("html", remote.url("html"), "", "");
        git("silent", remote.url("silent"), "", "");
        git("hostile", remote.url("hostile"), "", "");
        git("away", remote.url("away"), "", "");
        PROJECTS.add("  - name: zip-away\n    zip: {location: '" + remote.url("away") + "'}\n");
        git("inside", "http://127.0.0.2:1/app", "", "");
        git("file", "file://" + directory.resolve("remote/app"), "", "");
        git("command", "ext::sh -c touch% " + directory.resolve("touched"), "", "");
        git("ssh", "git@example.com:some/app.git", "", "");
        git("daemon", "git://127.0.0.1/app", "", "");
        PROJECTS.add("  - name: zip\n    zip: {location: '" + remote.url("app.zip") + "'}\n");
        PROJECTS.add(
                "  - name: zip-directory\n    subDir: web\n    zip: {location: '" + remote.url("app.zip") + "'}\n");
        PROJECTS.add("  - name: zip-html\n    zip: {location: '" + remote.url("html") + "'}\n");
        Path stack = Files.createDirectories(directory.resolve("source/stacks/app"));
        Files.writeString(stack.resolve("devfile.yaml"), """
                schemaVersion: 2.2.0
                metadata:
                  name: app
                  displayName: App
                  version: 1.0.0
                  language: Java
                  projectType: Plain
                  provider: Example
                  supportUrl: https://example.com
                  architectures: [amd64]
                starterProjects:
                """ + String.join("", PROJECTS));
    }

    private static void git(String name, String url, String revision, String subDir) {
        PROJECTS.add("  - name: " + name + "\n" + (subDir.isEmpty() ? "" : "    subDir: " + subDir + "\n")
                + "    git:\n      remotes: {origin: '" + url + "'}\n"
                + (revision.isEmpty() ? "" : "      checkoutFrom: {revision: '" + revision + "'}\n"));
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static HttpResponse<byte[]> ask(String project, String... headers) {
        return http.get("/devfiles/app/starter-projects/" + project, headers);
    }

    private static Path unpacked(String project) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = ask(project);
        assertThat(response.statusCode()).as(Http.text(response)).isEqualTo(202);
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + project + ".zip\"");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
        Path target = Files.createDirectories(directory.resolve("unpacked/" + project));
        Path zip = Files.write(directory.resolve(project + ".zip"), response.body());
        Command.run(directory, "unzip", "-q", "-o", zip.toString(), "-d", target.toString());
        return target;
    }

    private static void assertSame(Path one, Path other) throws IOException, InterruptedException {
        assertThat(Command.run(
                        directory, "diff", "-r", "--no-dereference", "-x", ".git", one.toString(), other.toString()))
                .isEmpty();
        assertThat(executables(one)).isEqualTo(executables(other));
    }

    private static List<String> executables(Path tree) throws IOException, InterruptedException {
        return Command.run(
                        tree, "find", ".", "-path", "./.git", "-prune", "-o", "-type", "f", "-perm", "-u+x", "-print")
                .lines()
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void unpackToWhatACheckoutGives() throws IOException, InterruptedException {
        for (String[] wanted :
                new String[][] {{"default", "main"}, {"branch", "next"}, {"tag", "v1"}, {"commit", commit}}) {
            Path clone = directory.resolve("clone-" + wanted[0]);
            Command.run(
                    directory,
                    "git",
                    "clone",
                    "-q",
                    directory.resolve("remote/app").toString(),
                    clone.toString());
            Command.run(clone, "git", "checkout", "-q", wanted[1]);

            assertSame(unpacked(wanted[0]), clone);
        }
        assertSame(unpacked("directory"), directory.resolve("clone-default/src"));
        assertThat(executables(directory.resolve("unpacked/directory"))).containsExactly("./run.sh");
    }

    @Test
    void areCutOutOfZips() throws IOException, InterruptedException {
        assertThat(unpacked("zip").resolve("app-1.0/README.md")).hasContent("readme");
        assertThat(unpacked("zip-directory").resolve("index.html")).hasContent("<html>");
    }

    @Test
    void areFetchedOnceHoweverManyAsk() throws Exception {
        remote.fetches();
        ExecutorService clients = Executors.newFixedThreadPool(64);
        try {
            List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(clients.submit(() -> ask("many")));
            }
            byte[] first = answers.get(0).get().body();
            for (Future<HttpResponse<byte[]>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                assertThat(answer.get().body()).isEqualTo(first);
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(remote.fetches()).isEqualTo(1);
    }

    @Test
    void areConditionalAndInParts() {
        String tag = ask("tag").headers().firstValue("ETag").orElseThrow();

        assertThat(ask("tag", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(ask("tag", "Range", "bytes=0-3").body()).isEqualTo(new byte[] {'P', 'K', 3, 4});
        HttpResponse<byte[]> head = http.send("HEAD", "/devfiles/app/1.0.0/starter-projects/tag");
        assertThat(head.statusCode()).isEqualTo(202);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void areNotThereWhereTheRemoteHasNone() {
        assertFails("missing", 404, "the repository does not exist");
        assertFails("no-branch", 404, "'no-such-branch'");
        assertFails("no-directory", 404, "no directory 'no-such-directory'");
    }

    @Test
    void sayWhyTheirRemoteFails() {
        assertFails("html", 502, "an HTML page");
        assertFails("zip-html", 502, "not a zip");
        assertFails("hostile", 502, "points outside the tree");
        assertFails("silent", 504, "within 8 seconds");
    }

    @Test
    void areNotFetchedFromWhereTheRegistryDoesNotGo() {
        assertFails("inside", 403, "registry.fetch.allow");
        assertFails("file", 403, "only http and https");
        assertFails("command", 403, "not a valid address");
        assertFails("ssh", 403, "ssh addresses need a key");
        assertFails("daemon", 403, "git:// addresses");
        assertThat(directory.resolve("touched")).doesNotExist();
    }

    @Test
    void redirectsAreNotFollowedToWhereTheRegistryDoesNotGo() {
        assertFails("zip-away", 403, "registry.fetch.allow");
        assertThat(ask("away").statusCode()).isIn(403, 404, 502);
        // once for the zip, and once or twice for Git; the redirects lead to this same server
        assertThat(INSIDE.get()).isBetween(2, 3);
    }

    private static void assertFails(String project, int status, String why) {
        HttpResponse<byte[]> response = ask(project);
        assertThat(response.statusCode()).as(Http.text(response)).isEqualTo(status);
        assertThat(Http.json(response).asJsonObject().getString("status")).contains("'" + project + "'");
        assertThat(Http.json(response).asJsonObject().getString("error"))
                .contains(why)
                .doesNotContain(directory.resolve("data").toString());
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
