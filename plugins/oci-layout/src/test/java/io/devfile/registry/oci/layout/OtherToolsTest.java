package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.GO;
import static io.devfile.registry.oci.layout.Layouts.TAG;
import static io.devfile.registry.oci.layout.Layouts.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other programs read the layouts by tag. */
@Timeout(60)
class OtherToolsTest {

    @TempDir
    private Path directory;

    private Path root;
    private LayoutBackend backend;

    @BeforeEach
    void createBackend() {
        root = directory.resolve("oci");
        backend = new LayoutBackend(root);
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    @Test
    void skopeoReadsTheManifest() throws Exception {
        push(backend, GO, TAG, "before it was moved");
        Manifest manifest = push(backend, GO, TAG, "schemaVersion: 2.2.2");

        assertThat(run("skopeo", "inspect", "--raw", "oci:" + root.resolve("devfile-catalog/go") + ":2.6.0"))
                .isEqualTo(manifest.bytes());
    }

    @Test
    void skopeoReadsARepositoryWithAReservedName() throws Exception {
        RepositoryName blobs = new RepositoryName(GO + "/blobs");
        Manifest manifest = push(backend, blobs, TAG, "a");

        assertThat(run("skopeo", "inspect", "--raw", "oci:" + root.resolve("devfile-catalog/go/_blobs") + ":2.6.0"))
                .isEqualTo(manifest.bytes());
    }

    @Test
    void orasPullsTheFiles() throws Exception {
        push(backend, GO, TAG, "before it was moved");
        push(backend, GO, TAG, "schemaVersion: 2.2.2");
        Path target = directory.resolve("pulled");

        run("oras", "pull", "--oci-layout", root.resolve("devfile-catalog/go") + ":2.6.0", "-o", target.toString());

        assertThat(target.resolve("devfile.yaml")).hasContent("schemaVersion: 2.2.2");
    }

    private static byte[] run(String tool, String... arguments) throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
        assumeTrue(installed, tool + " is not installed");
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(new String(output, StandardCharsets.UTF_8))
                .isZero();
        return output;
    }
}
