package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.temporaryFiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves the old or the new state, and nothing that stays behind. */
class CrashTest {

    private static final int CRASHES = 12;
    private static final int LONGEST_RUN = 250;

    @TempDir
    private Path root;

    @Test
    @Timeout(120)
    void aKilledWriterLeavesEveryTagWhole() throws Exception {
        Random random = new Random();
        for (int crash = 0; crash < CRASHES; crash++) {
            writeAndKill("run " + crash, random.nextInt(LONGEST_RUN));

            try (LayoutBackend backend = new LayoutBackend(root)) {
                backend.probe();
                assertThat(temporaryFiles(root)).isEmpty();
                for (RepositoryName repository : backend.repositories()) {
                    for (Tag tag : backend.tags(repository).orElseThrow()) {
                        assertWhole(backend, repository, tag);
                    }
                }
            }
        }
        try (LayoutBackend backend = new LayoutBackend(root)) {
            assertThat(backend.repositories()).hasSize(PushForever.REPOSITORIES);
        }
    }

    private void writeAndKill(String text, int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PushForever.class.getName(),
                        root.toString(),
                        text)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("begun");
            assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS))
                    .as("ended by itself")
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void assertWhole(LayoutBackend backend, RepositoryName repository, Tag tag) throws Exception {
        Manifest manifest = backend.manifest(repository, tag).orElseThrow();
        for (var part : ManifestContent.of(manifest).blobs()) {
            try (InputStream stream =
                    backend.blob(repository, part.digest()).orElseThrow().open()) {
                assertThat(stream.readAllBytes()).hasSize((int) part.size());
            }
        }
    }
}
