package io.devfile.registry.source.archive;

import static io.devfile.registry.source.archive.ArchiveFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The incomplete tree of a process that is killed while it unpacks is not used. */
@Timeout(120)
class KilledUnpackTest {

    private static final int FILES = 40_000;
    private static final int BEGUN = 200;

    @TempDir
    private Path scratch;

    @Test
    void theNextStartDeliversTheWholeTree() throws Exception {
        Path archive = Files.write(scratch.resolve("archive"), Archives.gzip(Archives.tar(tar -> {
            for (int i = 0; i < FILES; i++) {
                Archives.add(tar, "stacks/s" + i % 100 + "/f" + i, "text " + i);
            }
        })));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledUnpackTest.class.getName(),
                        scratch.toString(),
                        archive.toString()))
                .inheritIO()
                .start();
        ArchiveFixture fixture = new ArchiveFixture(scratch);
        try {
            await().until(() -> files(fixture.work()) > BEGUN);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(files(fixture.work())).as("killed in the middle").isBetween((long) BEGUN, FILES - 1L);

        try (StackSource source = fixture.source(Map.of("path", archive.toString()));
                Snapshot snapshot = source.fetch()) {
            assertThat(files(snapshot.root())).isEqualTo(FILES);
            assertThat(files(fixture.work())).as("what was left is gone").isEqualTo(FILES);
            assertThat(read(snapshot, "stacks/s99/f39999")).isEqualTo("text 39999");
        }
    }

    public static void main(String[] arguments) throws SettingException, SourceException {
        new ArchiveFixture(Path.of(arguments[0]))
                .source(Map.of("path", arguments[1]))
                .fetch();
    }

    private static long files(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
