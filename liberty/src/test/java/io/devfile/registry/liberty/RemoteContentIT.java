package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples, and versions of stacks, in separate Git repositories. */
class RemoteContentIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private static String devfile(String version, String description) {
        return """
                schemaVersion: 2.2.0
                metadata:
                  name: go
                  displayName: Go
                  version: %s
                  description: %s
                  language: Go
                  projectType: Go
                  provider: Example
                  supportUrl: https://example.com
                  architectures: [amd64]
                """.formatted(version, description);
    }

    private void describe(GitRemote remote) throws IOException {
        Path source = Files.createDirectories(directory.resolve("source/stacks/go/1.0.0"));
        Files.writeString(source.resolve("devfile.yaml"), devfile("1.0.0", "first"));
        Files.writeString(source.resolveSibling("stack.yaml"), """
                name: go
                displayName: Go
                icon: data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=
                versions:
                  - {version: 1.0.0, default: true}
                  - version: 2.0.0
                    git: {url: '%s', revision: main, subDir: stack}
                """.formatted(remote.url("go")));
        Files.writeString(directory.resolve("source/extraDevfileEntries.yaml"), """
                schemaVersion: 1.0.0
                samples:
                  - &sample
                    name: hello
                    displayName: Hello
                    icon: data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=
                    projectType: Go
                    language: Go
                    provider: Example
                    supportUrl: https://example.com
                    architectures: [amd64]
                    git: {remotes: {origin: '%s'}, revision: main}
                  - <<: *sample
                    name: lost
                    git: {remotes: {origin: '%s'}}
                """.formatted(
                        remote.url("hello"), remote.url("no-such-repository")));
    }

    private static String description(Http http) {
        return http.json("/v2index").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .flatMap(entry -> entry.getJsonArray("versions").stream())
                .map(JsonValue::asJsonObject)
                .filter(version -> version.getString("version").equals("2.0.0"))
                .map(version -> version.getString("description"))
                .findFirst()
                .orElse("");
    }

    private static JsonObject state(Http http) {
        return http.json("/health/ready").asJsonObject().getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .filter(check -> check.getString("name").equals("state"))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isFollowedAndStaysWhereTheRemoteIsGone() throws IOException, InterruptedException {
        Command.require("git");
        try (GitRemote remote = new GitRemote(directory.resolve("remote"));
                RegistryServer server = new RegistryServer(directory)) {
            remote.write("go", "stack/devfile.yaml", devfile("2.0.0", "second"));
            remote.write("go", "stack/kubernetes/deploy.yaml", "kind: Deployment");
            remote.commit("go");
            remote.write("hello", ".devfile/devfile.yaml", "schemaVersion: 2.2.0\nmetadata: {name: hello}\n");
            remote.commit("hello");
            describe(remote);
            Http http = server.http();
            server.withDirectory("ours", directory.resolve("source"))
                    .with("REGISTRY_SOURCE_OURS_REFRESH", "PT1S")
                    .with("REGISTRY_STARTER_TIMEOUT", "PT10S")
                    .with("REGISTRY_FETCH_ALLOW", "127.0.0.1:" + remote.port())
                    .startAndAwaitReady();

            await().atMost(TIMEOUT).until(() -> http.status("/devfiles/hello") == 200);
            assertThat(Http.text(http.get("/devfiles/hello"))).contains("name: hello");
            await().atMost(TIMEOUT).until(() -> http.status("/devfiles/lost") == 404);
            HttpResponse<byte[]> lost = http.get("/devfiles/lost");
            assertThat(Http.json(lost).asJsonObject().getString("error")).contains("the repository does not exist");
            await().atMost(TIMEOUT).until(() -> description(http).equals("second"));
            assertThat(http.status("/devfiles/go/2.0.0/kubernetes/deploy.yaml")).isEqualTo(200);
            assertThat(http.status("/v2/devfile-catalog/go/manifests/2.0.0")).isEqualTo(200);
            assertThat(state(http).getInt("errors")).isZero();
            assertThat(state(http).getInt("warnings")).isEqualTo(1);

            remote.write("go", "stack/devfile.yaml", devfile("2.0.0", "third"));
            remote.commit("go");
            await().atMost(TIMEOUT).until(() -> description(http).equals("third"));

            remote.vanish();
            await().atMost(TIMEOUT).until(() -> state(http).getInt("warnings") == 2);
            assertThat(description(http)).isEqualTo("third");
            assertThat(state(http).getInt("errors")).isZero();

            server.kill();
            server.with("REGISTRY_OFFLINE", "true").startAndAwaitReady();
            await().atMost(TIMEOUT).until(() -> http.status("/devfiles/hello") == 200);
            assertThat(description(http)).isEqualTo("third");
            assertThat(http.status("/devfiles/lost")).isEqualTo(503);
        }
    }
}
