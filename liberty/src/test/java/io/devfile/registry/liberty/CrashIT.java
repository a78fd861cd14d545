package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in its first refresh. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashIT {

    /** About as many files as the first refresh of the bundled stacks writes. */
    private static final int FILES = 110;

    @TempDir
    Path scratch;

    @RepeatedTest(20)
    void aServerKilledInItsFirstRefreshStartsCleanAndServesWhatItShould() throws Exception {
        try (RegistryServer server = new RegistryServer(scratch)) {
            int moment = new Random().nextInt(FILES);
            server.start();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> files(server.data()).size() >= moment
                            || server.http().status("/health/ready") == 200);
            server.kill();

            server.startAndAwaitReady();
            assertThat(new Artifacts(server.http()).verifyAll())
                    .as("killed when there were " + moment + " files")
                    .hasSize(13);
            assertThat(files(server.data()))
                    .noneMatch(file -> file.getFileName().toString().startsWith(".tmp-"));
            assertThat(server.console()).doesNotContain("Exception", "[ERROR");
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException | UncheckedIOException e) {
            return List.of();
        }
    }
}
