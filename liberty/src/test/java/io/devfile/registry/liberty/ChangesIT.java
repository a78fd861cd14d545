package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feed of changes, and the program in its documentation that mirrors a registry. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChangesIT {

    @TempDir
    Path scratch;

    private RegistryServer server;

    @Test
    void aMirrorThatFollowsItMissesNothingAlthoughTheServerIsKilledBetweenChanges() throws Exception {
        Command.require("oras", "python3");
        DocumentedFiles.in(Path.of("../docs/mirror.md")).writeTo(scratch);
        stack("one", "1.0.0");
        stack("two", "1.0.0");
        server = new RegistryServer(Files.createDirectories(scratch.resolve("server")))
                .withDirectory("mine", scratch.resolve("source"))
                .with("REGISTRY_SOURCE_MINE_REFRESH", "PT1S");
        try (RegistryServer running = server) {
            running.startAndAwaitReady();
            String start = changes("").getString("cursor");
            assertThat(mirror())
                    .containsExactlyInAnyOrder("added devfile-catalog/one 1.0.0", "added devfile-catalog/two 1.0.0");
            assertThat(mirror()).isEmpty();

            stack("three", "1.0.0");
            awaitChange(start, "added three");
            running.kill();
            stack("one", "1.1.0");
            remove("two");
            running.startAndAwaitReady();
            awaitChange(start, "removed one");
            running.kill();
            stack("four", "1.0.0");
            running.startAndAwaitReady();
            awaitChange(start, "added four");

            assertThat(history(start))
                    .startsWith("added three")
                    .endsWith("added four")
                    .containsExactlyInAnyOrder("added three", "added one", "removed one", "removed two", "added four");
            assertThat(mirror()).hasSize(5);
            assertThat(layouts()).containsExactlyInAnyOrder("one/1.1.0", "three/1.0.0", "four/1.0.0");

            assertThat(running.http()
                            .get("/api/changes?since=7-0123456789abcdef")
                            .statusCode())
                    .isEqualTo(410);
            Files.writeString(scratch.resolve("mirror/cursor"), "7-0123456789abcdef");
            assertThat(mirror()).hasSize(3);
            assertThat(layouts()).containsExactlyInAnyOrder("one/1.1.0", "three/1.0.0", "four/1.0.0");
        }
    }

    private List<String> mirror() throws Exception {
        return Command.run(scratch, "python3", "mirror.py", server.base().toString(), "mirror")
                .lines()
                .toList();
    }

    private List<String> layouts() throws IOException {
        Path root = scratch.resolve("mirror/devfile-catalog");
        try (var found = Files.walk(root, 2)) {
            return found.map(root::relativize)
                    .filter(path -> path.getNameCount() == 2)
                    .map(Path::toString)
                    .toList();
        }
    }

    private JsonObject changes(String query) {
        return server.http().json("/api/changes" + query).asJsonObject();
    }

    private List<String> history(String cursor) {
        return changes("?since=" + cursor).getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("change") + " " + one.getString("name"))
                .toList();
    }

    private void awaitChange(String cursor, String change) {
        await().atMost(Duration.ofSeconds(30)).until(() -> history(cursor).contains(change));
    }

    private void stack(String name, String version) throws IOException {
        Path stacks = Files.createDirectories(scratch.resolve("source/stacks"));
        Path staged = Files.createDirectories(scratch.resolve("source/staged"));
        Files.writeString(staged.resolve("devfile.yaml"), Devfiles.minimal(name, version));
        if (Files.exists(stacks.resolve(name))) {
            remove(name);
        }
        Files.move(staged, stacks.resolve(name));
    }

    private void remove(String name) throws IOException {
        Path stack = scratch.resolve("source/stacks").resolve(name);
        Files.delete(stack.resolve("devfile.yaml"));
        Files.delete(stack);
    }
}
