package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastModifiedTest {

    private static final String SAMPLE = """
            samples:
              - name: hello
                provider: Us
                supportUrl: https://example.org
                architectures: [amd64]
                git: {remotes: {origin: https://example.org/hello.git}}
            """;

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary)
                .versions("go", "1.0.0", "2.0.0")
                .file("extraDevfileEntries.yaml", SAMPLE)
                .changed("stacks/go/1.0.0", "2020-01-01T00:00:00.987Z")
                .changed("stacks/go/2.0.0", "2021-01-01T00:00:00Z")
                .changed("samples/hello", "2022-01-01T00:00:00Z");
    }

    @Test
    void withoutTheFileTheSourceIsAsked() {
        assertThat(version("1.0.0")).contains(OffsetDateTime.parse("2020-01-01T00:00:00Z"));
        assertThat(version("2.0.0")).contains(OffsetDateTime.parse("2021-01-01T00:00:00Z"));
        assertThat(entry("go")).contains(OffsetDateTime.parse("2021-01-01T00:00:00Z"));
        assertThat(entry("hello")).contains(OffsetDateTime.parse("2022-01-01T00:00:00Z"));
    }

    @Test
    void aSourceThatKnowsNothingLeavesTheTimeOut() {
        assertThat(repository.stack("java").entry("java").entry().lastModified())
                .isNull();
    }

    @Test
    void withTheFileOnlyTheFileCounts() {
        repository.file("last_modified.json", """
                {"stacks": [{"name": "go", "version": "1.0.0", "lastModified": "2024-05-06T07:08:09.5+02:00"}],
                 "samples": [{"name": "hello", "version": "undefined", "lastModified": "2023-01-01T00:00:00Z"}]}
                """);

        assertThat(version("1.0.0")).contains(OffsetDateTime.parse("2024-05-06T07:08:09+02:00"));
        assertThat(version("2.0.0")).contains(OffsetDateTime.parse("0001-01-01T00:00:00Z"));
        assertThat(entry("go")).contains(OffsetDateTime.parse("2024-05-06T07:08:09+02:00"));
        assertThat(entry("hello")).contains(OffsetDateTime.parse("2023-01-01T00:00:00Z"));
        assertThat(repository.read().findings()).isEmpty();
    }

    @Test
    void theLatestVersionDatesTheEntryWhateverTheOffset() {
        repository.file("last_modified.json", """
                {"stacks": [{"name": "go", "version": "1.0.0", "lastModified": "2024-01-01T10:00:00+09:00"},
                            {"name": "go", "version": "2.0.0", "lastModified": "2024-01-01T02:00:00Z"}]}
                """);

        assertThat(entry("go")).contains(OffsetDateTime.parse("2024-01-01T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{", "{\"stacks\": [}", "\u0000", "\"text\""})
    void badInputALastModifiedJsonThatIsNoObjectIsAFindingAndTheSourceIsAsked(String json) {
        repository.file("last_modified.json", json);

        assertThat(RepositoryFixture.errors(repository.read())).singleElement().satisfies(finding -> {
            assertThat(finding.place().file()).isEqualTo("last_modified.json");
            assertThat(finding.message()).contains("Write {\"stacks\"");
        });
        assertThat(entry("go")).contains(OffsetDateTime.parse("2021-01-01T00:00:00Z"));
    }

    @Test
    void badInputALastModifiedJsonThatIsNestedDeeplyIsAFinding() {
        repository.file("last_modified.json", "{\"stacks\":" + "[".repeat(2_000_000));

        assertThat(RepositoryFixture.errors(repository.read())).hasSize(1);
        assertThat(repository.names()).containsExactly("go", "hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "null",
                "{}",
                "{\"name\": \"go\", \"version\": \"1.0.0\"}",
                "{\"name\": 1, \"version\": \"1.0.0\", \"lastModified\": \"2024-01-01T00:00:00Z\"}",
                "{\"name\": \"go\", \"version\": 1, \"lastModified\": \"2024-01-01T00:00:00Z\"}",
                "{\"name\": \"go\", \"version\": \"1.0.0\", \"lastModified\": \"yesterday\"}",
                "{\"name\": \"go\", \"version\": \"1.0.0\", \"lastModified\": \"2024-01-01\"}",
                "{\"name\": \"go\", \"version\": \"1.0.0\", \"lastModified\": \"+99999-01-01T00:00:00Z\"}",
                "{\"name\": \"go\", \"version\": \"1.0.0\", \"lastModified\": 5}"
            })
    void badInputALineOfLastModifiedJsonIsAFindingAndTheOthersCount(String item) {
        repository.file(
                "last_modified.json",
                "{\"stacks\": [" + item
                        + ", {\"name\": \"go\", \"version\": \"2.0.0\", \"lastModified\": \"2024-01-01T00:00:00Z\"}]}");

        assertThat(repository.read().findings())
                .singleElement()
                .returns(Severity.ERROR, Finding::severity)
                .satisfies(finding -> {
                    assertThat(finding.place().pointer()).isEqualTo("/stacks/0");
                    assertThat(finding.message()).contains("2026-01-31T12:00:00Z");
                });
        assertThat(version("2.0.0")).contains(OffsetDateTime.parse("2024-01-01T00:00:00Z"));
        assertThat(version("1.0.0")).contains(OffsetDateTime.parse("0001-01-01T00:00:00Z"));
    }

    @Test
    void badInputAListOfLastModifiedJsonThatIsNoneIsAFinding() {
        repository.file("last_modified.json", "{\"stacks\": {}, \"samples\": null}");

        assertThat(repository.read().findings())
                .extracting(finding -> finding.place().pointer())
                .containsExactly("/stacks", "/samples");
    }

    private Optional<OffsetDateTime> entry(String name) {
        return Optional.ofNullable(repository.entry(name).entry().lastModified());
    }

    private Optional<OffsetDateTime> version(String version) {
        return Optional.ofNullable(
                repository.entry("go").entry().version(version).orElseThrow().lastModified());
    }
}
