package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The client programs that pull artifacts, for one artifact. Each program gets the same bytes, from any place.
 *
 * @param oras the options and the reference by which oras finds the artifact
 * @param skopeo the reference by which skopeo finds the artifact
 * @param inspectOptions the options that skopeo needs to inspect the artifact
 * @param copyOptions the options that skopeo needs to copy the artifact
 */
record PullingClients(
        List<String> oras, String skopeo, List<String> inspectOptions, List<String> copyOptions, Path scratch) {

    static PullingClients ofRegistry(String authority, String reference, Path scratch) {
        return new PullingClients(
                List.of("--plain-http", authority + "/" + reference),
                "docker://" + authority + "/" + reference,
                List.of("--tls-verify=false"),
                List.of("--src-tls-verify=false"),
                scratch);
    }

    static PullingClients ofLayout(Path root, String reference, Path scratch) {
        return new PullingClients(
                List.of("--oci-layout", root + "/" + reference),
                "oci:" + root + "/" + reference,
                List.of(),
                List.of(),
                scratch);
    }

    /** Pulls the artifact with each program, and compares the results. */
    void pull(byte[] manifest, List<String> layers) throws Exception {
        String text = new String(manifest, StandardCharsets.UTF_8);
        // after the warning about a deprecated version, if it is one
        assertThat(run("oras", "manifest", "fetch")).endsWith(text);
        assertThat(run("oras", "discover")).contains(Digest.of(manifest).toString());
        Path pulled = fresh("oras");
        Command.run(pulled, line("oras", List.of("pull"), oras));
        assertThat(names(pulled)).isEqualTo(layers);

        List<String> inspect = new ArrayList<>(List.of("inspect", "--raw"));
        inspect.addAll(inspectOptions);
        assertThat(Command.run(scratch, line("skopeo", inspect, List.of(skopeo))))
                .endsWith(text);
        Path copied = fresh("skopeo");
        List<String> copy = new ArrayList<>(List.of("copy", "--quiet"));
        copy.addAll(copyOptions);
        Command.run(scratch, line("skopeo", copy, List.of(skopeo, "dir:" + copied)));
        assertThat(copied.resolve("manifest.json")).hasBinaryContent(manifest);
    }

    private String run(String program, String... words) throws Exception {
        return Command.run(scratch, line(program, List.of(words), oras));
    }

    private Path fresh(String name) throws IOException {
        return Files.createTempDirectory(scratch, name);
    }

    private static String[] line(String program, List<String> words, List<String> rest) {
        List<String> line = new ArrayList<>(List.of(program));
        line.addAll(words);
        line.addAll(rest);
        return line.toArray(String[]::new);
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
