package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.GO;
import static io.devfile.registry.oci.layout.Layouts.TAG;
import static io.devfile.registry.oci.layout.Layouts.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a file system of one megabyte, which require the right to mount. */
class FullDiskTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path disk;

    private LayoutBackend backend;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "This user may not mount file systems");
        backend = new LayoutBackend(disk.resolve("oci"));
    }

    @AfterEach
    void unmount() throws Exception {
        if (backend != null) {
            backend.close();
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void whatDoesNotFitLeavesNothingAndHurtsNothing() throws Exception {
        Manifest manifest = push(backend, GO, TAG, "small");
        byte[] large = new byte[2 * MEGABYTE];
        new Random(1).nextBytes(large);

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() ->
                        backend.putBlob(GO, Digest.of(large), large.length, () -> new ByteArrayInputStream(large)))
                .withMessageContaining("free space");

        assertThat(backend.blob(GO, Digest.of(large))).isEmpty();
        assertThat(Layouts.temporaryFiles(disk)).isEmpty();
        assertThat(backend.manifest(GO, TAG)).contains(manifest);
        assertThat(backend.scrub()).isEmpty();
    }

    @Test
    void aTagStaysWhereThereIsNoRoomToMoveIt() throws Exception {
        Manifest manifest = push(backend, GO, TAG, "small");
        Path ballast = disk.resolve("ballast");
        fill(ballast);

        assertThatExceptionOfType(OciBackendException.class).isThrownBy(() -> push(backend, GO, TAG, "new"));

        assertThat(backend.manifest(GO, TAG)).contains(manifest);
        assertThat(Layouts.temporaryFiles(disk)).isEmpty();
        Files.delete(ballast);
        assertThat(push(backend, GO, new Tag("3"), "new"))
                .isEqualTo(backend.manifest(GO, new Tag("3")).orElseThrow());
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (var stream = Files.newOutputStream(file)) {
            for (int i = 0; i < MEGABYTE; i += block.length) {
                stream.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }
}
