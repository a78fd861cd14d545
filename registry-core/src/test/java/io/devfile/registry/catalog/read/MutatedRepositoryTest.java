package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.devfile.registry.catalog.SourceCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutatedRepositoryTest {

    private static final List<String> PIECES = List.of(
            "null",
            "[]",
            "{}",
            "5",
            "true",
            "~",
            "'",
            "\"",
            ": ",
            "- ",
            "\n",
            "\t",
            "&a ",
            "*a",
            "<<: *a",
            "!!x ",
            "..",
            "/",
            "\\",
            "\u0000",
            "\ufffd",
            "\ud83d\ude00",
            "1e999",
            "%",
            "#",
            "|",
            ">",
            ",",
            "1.0.0",
            "2.3.0",
            "version",
            "default: true",
            "name: x",
            "{a: {b: [c]}}");

    private static final List<String> FILES = List.of(
            "stacks/one/devfile.yaml",
            "stacks/many/stack.yaml",
            "stacks/many/1.0.0/devfile.yaml",
            "extraDevfileEntries.yaml",
            "samples/hello/devfile.yaml",
            "last_modified.json");

    private static final String ENTRIES = """
            samples:
              - name: hello
                git: {remotes: {origin: x}}
              - name: other
                versions: [{version: 1.0.0, default: true, schemaVersion: 2.3.0, git: {remotes: {a: b}}}]
            stacks:
              - name: placed
                tags: [a]
                versions: [{version: 1.0.0, default: true, schemaVersion: 2.3.0, links: {self: x}}]
            """;

    private static final String TIMES = """
            {"stacks": [{"name": "one", "version": "1.0.0", "lastModified": "2024-01-01T00:00:00Z"}],
             "samples": [{"name": "hello", "version": "undefined", "lastModified": "2024-01-01T00:00:00Z"}]}
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void badInputSmallMutationsNeverThrowAndNeverTouchTheOtherStack(long seed, @TempDir Path temporary) {
        Random random = new Random(seed);
        RepositoryFixture repository = new RepositoryFixture(temporary)
                .stack("untouched")
                .devfile("stacks/one", DevfileText.of("one", "1.0.0").body("""
                        components:
                          - name: c
                            container: {image: i, memoryLimit: 1Gi}
                        commands:
                          - id: run
                            exec: {component: c, commandLine: x, group: {kind: run, isDefault: true}}
                        starterProjects:
                          - name: p
                            zip: {location: p.zip}
                        """))
                .versions("many", "1.0.0", "2.0.0")
                .devfile("samples/hello", DevfileText.of("hello", "1.0.0"))
                .file("extraDevfileEntries.yaml", ENTRIES)
                .file("last_modified.json", TIMES);
        for (int i = 0; i < 60; i++) {
            String file = FILES.get(random.nextInt(FILES.size()));
            String valid = repository.written(file);
            repository.file(file, mutate(valid, random));
            SourceCatalog catalog = assertTimeoutPreemptively(Duration.ofSeconds(20), repository::read);
            assertThat(RepositoryFixture.names(catalog)).contains("untouched");
            catalog.findings().forEach(finding -> {
                assertThat(finding.place().file()).doesNotContain("untouched");
                assertThat(finding.message()).isNotBlank();
            });
            repository.file(file, valid);
        }
        assertThat(RepositoryFixture.names(repository.read()))
                .containsExactly("many", "one", "untouched", "hello", "other", "placed");
    }

    private static byte[] mutate(String valid, Random random) {
        StringBuilder text = new StringBuilder(valid);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
