package io.devfile.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.fixture.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloneDirectoriesTest {

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();

    private void use(CloneDirectories clones, String key) throws IOException {
        clock.advance(Duration.ofSeconds(1));
        try (CloneDirectories.Lease lease = clones.lease(key)) {
            Files.write(lease.directory().resolve("pack"), new byte[1000]);
        }
    }

    @Test
    void thoseThatWereUsedLastStay() throws IOException {
        CloneDirectories clones = new CloneDirectories(directory, 2500, clock);
        use(clones, "a");
        use(clones, "b");
        use(clones, "a");
        use(clones, "c");

        assertThat(directory.resolve("a")).isDirectory();
        assertThat(directory.resolve("b")).doesNotExist();
        assertThat(directory.resolve("c")).isDirectory();
    }

    @Test
    void oneThatIsInUseStaysHoweverLargeItIs() throws IOException {
        CloneDirectories clones = new CloneDirectories(directory, 100, clock);
        try (CloneDirectories.Lease lease = clones.lease("a")) {
            Files.write(lease.directory().resolve("pack"), new byte[1000]);
            use(clones, "b");

            assertThat(lease.directory()).isDirectory();
            assertThat(directory.resolve("b")).doesNotExist();
        }
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @Test
    void whereTheyAreIsNotToldToClients() {
        CloneDirectories clones = new CloneDirectories(directory, 100, clock);

        assertThat(clones.withoutPaths(directory.resolve("a/repository") + ": no space left"))
                .isEqualTo("the data directory/a/repository: no space left");
    }
}
