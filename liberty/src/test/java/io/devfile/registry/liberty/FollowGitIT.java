package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows a branch: its commits are served completely and soon, and the last one until there is a new one. */
@Timeout(300)
class FollowGitIT {

    private static final String SECRET = "a secret for tests";
    private static final int STACKS = 20;

    @TempDir
    Path scratch;

    private Path repository;

    @BeforeEach
    void makeRepository() throws Exception {
        Command.require("git");
        repository = Files.createDirectories(scratch.resolve("repository"));
        git("init", "--quiet", "--initial-branch=main");
        commit("first");
    }

    private void git(String... words) throws Exception {
        String[] line = new String[words.length + 5];
        String[] beginning = {"git", "-c", "user.name=Tester", "-c", "user.email=tester@example.com"};
        System.arraycopy(beginning, 0, line, 0, beginning.length);
        System.arraycopy(words, 0, line, beginning.length, words.length);
        Command.run(repository, line);
    }

    /** Gives every stack this description, in one commit. */
    private void commit(String description) throws Exception {
        for (int i = 0; i < STACKS; i++) {
            Path stack = Files.createDirectories(repository.resolve("stacks/stack-" + i));
            Files.writeString(
                    stack.resolve("devfile.yaml"),
                    Devfiles.minimal("stack-" + i, "1.0.0")
                            .replace("displayName: A stack", "displayName: A stack\n  description: " + description));
        }
        git("add", ".");
        git("commit", "--quiet", "--message=" + description);
    }

    private RegistryServer server() throws IOException {
        return new RegistryServer(scratch.resolve("server"))
                .with("REGISTRY_SOURCES", "mine")
                .with("REGISTRY_SOURCE_MINE_TYPE", "git")
                .with("REGISTRY_SOURCE_MINE_URL", repository.toUri().toString())
                .with("REGISTRY_SOURCE_MINE_REFRESH", "PT1H")
                .with("REGISTRY_HOOKS_SECRET", SECRET);
    }

    private static void push(RegistryServer server) {
        assertThat(server.http()
                        .post("/hooks/git", "{}", "X-Gitlab-Token", SECRET)
                        .statusCode())
                .isEqualTo(202);
    }

    private static boolean serves(RegistryServer server, String description) {
        return Http.text(server.http().get("/v2index?name=stack-7")).contains("\"" + description + "\"");
    }

    @Test
    void aClientThatAsksAllTheTimeSeesTheOldOrTheNewAndNothingElse() throws Exception {
        try (RegistryServer server = server()) {
            server.startAndAwaitReady();
            Hammer hammer = new Hammer(server.http());
            Thread thread = new Thread(hammer);
            thread.start();
            for (int i = 1; i <= 5; i++) {
                String description = "change " + i;
                commit(description);
                push(server);
                await().atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> serves(server, description));
            }
            hammer.done.set(true);
            thread.join();

            assertThat(hammer.seen.keySet())
                    .as("answers by what they said, %s", hammer.seen)
                    .isSubsetOf("first", "change 1", "change 2", "change 3", "change 4", "change 5");
            assertThat(hammer.seen.values().stream().mapToInt(Integer::intValue).sum())
                    .isGreaterThan(50);
        }
    }

    @Test
    void withTheRemoteGoneItServesOnStartsAgainAndFollowsOnceThatIsBack() throws Exception {
        Path away = scratch.resolve("away");
        try (RegistryServer server = server()) {
            server.startAndAwaitReady();
            Files.move(repository, away);
            push(server);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Http.text(server.http().get("/health/ready"))
                            .contains("\"source.mine.state\":\"failing\""));
            assertThat(server.http().status("/health/ready")).isEqualTo(200);
            assertThat(serves(server, "first")).isTrue();
            server.kill();

            server.startAndAwaitReady();
            assertThat(serves(server, "first")).isTrue();
            assertThat(Http.text(server.http().get("/health/ready"))).contains("\"fromEarlierRun\":true");

            Files.move(away, repository);
            commit("back");
            await().atMost(Duration.ofMinutes(2)).until(() -> serves(server, "back"));
            assertThat(Http.text(server.http().get("/health/ready"))).doesNotContain("failing");
        }
    }

    /** Requests the index without a pause, and counts the descriptions; other results are counted as they are. */
    private static final class Hammer implements Runnable {

        private final Http http;
        private final AtomicBoolean done = new AtomicBoolean();
        private final Map<String, Integer> seen = new TreeMap<>();

        Hammer(Http http) {
            this.http = http;
        }

        @Override
        public void run() {
            while (!done.get()) {
                HttpResponse<byte[]> response = http.get("/v2index");
                seen.merge(said(response), 1, Integer::sum);
            }
        }

        private static String said(HttpResponse<byte[]> response) {
            if (response.statusCode() != 200) {
                return "status " + response.statusCode();
            }
            var entries = Http.json(response).asJsonArray();
            var descriptions = entries.stream()
                    .map(entry -> entry.asJsonObject()
                            .getJsonArray("versions")
                            .getJsonObject(0)
                            .getString("description"))
                    .distinct()
                    .toList();
            return entries.size() == STACKS && descriptions.size() == 1
                    ? descriptions.get(0)
                    : entries.size() + " entries, " + descriptions;
        }
    }
}
