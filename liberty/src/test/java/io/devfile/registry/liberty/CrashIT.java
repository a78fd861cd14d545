package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in its first refresh. It is the same server each time, without its data: the kill leaves the
 * server's own caches, which still exist at the next start, as for an operator.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashIT {

    /** About as many files as the first refresh of the bundled stacks writes. */
    private static final int FILES = 110;

    @TempDir
    static Path scratch;

    private static RegistryServer server;

    @BeforeAll
    static void make() throws IOException {
        server = new RegistryServer(scratch);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @RepeatedTest(10)
    void aServerKilledInItsFirstRefreshStartsCleanAndServesWhatItShould() throws Exception {
        clear(server.data());
        int moment = new Random().nextInt(FILES);
        server.start();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        files(server.data()).size() >= moment || server.http().status("/health/ready") == 200);
        server.kill();

        server.startAndAwaitReady();
        assertThat(new Artifacts(server.http()).verifyAll())
                .as("killed when there were " + moment + " files")
                .hasSize(13);
        assertThat(files(server.data()))
                .noneMatch(file -> file.getFileName().toString().startsWith(".tmp-"));
        assertThat(server.console()).doesNotContain("Exception", "[ERROR");
        server.kill();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(directory)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
