package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.finding.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings about content that is served, but most likely not as its author intended. */
class UsefulFindingsTest {

    private static final String STACK = """
            name: go
            displayName: Go
            icon: https://example.org/go.svg
            versions: [{version: 1.0.0, default: true}]
            """;

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary);
    }

    private void assertThatOneFindingSays(String file, String text) {
        assertThat(repository.read().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place().file()).isEqualTo(file);
            assertThat(finding.message()).contains(text);
        });
    }

    @Test
    void aVersionDirectoryThatStackYamlDoesNotList() {
        repository.file("stacks/go/stack.yaml", STACK);
        repository.devfile("stacks/go/1.0.0", DevfileText.of("go", "1.0.0"));
        repository.devfile("stacks/go/2.0.0", DevfileText.of("go", "2.0.0"));
        repository.file("stacks/go/docs/notes.txt", "no devfile");

        assertThatOneFindingSays("stacks/go/2.0.0", "stack.yaml does not list it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parent: {uri: parent/devfile.yaml}",
                "components: [{name: a, kubernetes: {uri: deploy.yaml}}]",
                "components: [{name: a, image: {imageName: a, dockerfile: {uri: ./docker/Dockerfile}}}]"
            })
    void aRelativeAddressThatLeadsToNoFile(String content) {
        repository.file("stacks/go/devfile.yaml", DevfileText.of("go", "1.0.0") + content + "\n");
        assertThatOneFindingSays("stacks/go/devfile.yaml", "There is no file");

        repository.file("stacks/go/parent/devfile.yaml", "");
        repository.file("stacks/go/deploy.yaml", "");
        repository.file("stacks/go/docker/Dockerfile", "");
        assertThat(repository.read().findings()).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotCalledAsTheDevfile() {
        repository.devfile("stacks/golang", DevfileText.of("go", "1.0.0"));

        assertThatOneFindingSays("stacks/golang/devfile.yaml", "its directory is named 'golang'");
    }

    @Test
    void aMisspeltKey() {
        repository.file("stacks/go/stack.yaml", STACK.replace("icon:", "provder: Us\nicon:"));
        repository.devfile("stacks/go/1.0.0", DevfileText.of("go", "1.0.0"));

        assertThatOneFindingSays("stacks/go/stack.yaml", "Did you mean 'provider'?");
    }

    @Test
    void aMisspeltKeyOfMetadata() {
        repository.file(
                "stacks/go/devfile.yaml",
                DevfileText.of("go", "1.0.0").toString().replace("displayName:", "dispalyName:"));

        assertThat(repository.read().findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("Did you mean 'displayName'?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "off", "0755"})
    void whatOtherToolsReadOtherwise(String value) {
        repository.file(
                "stacks/go/devfile.yaml", DevfileText.of("go", "1.0.0") + "attributes: {flag: " + value + "}\n");

        assertThatOneFindingSays("stacks/go/devfile.yaml", "Many tools read '" + value + "'");
    }

    @Test
    void aDirectiveThatOtherToolsRefuse() {
        repository.file("stacks/go/devfile.yaml", "%YAML 1.2\n---\n" + DevfileText.of("go", "1.0.0"));

        assertThatOneFindingSays("stacks/go/devfile.yaml", "directive");
    }

    @Test
    void anIconWithASchemeThatIsNoneOfAnImage() {
        repository.devfile("stacks/go", DevfileText.of("go", "1.0.0").with("icon", "'javascript:alert(1)'"));

        assertThatOneFindingSays("stacks/go/devfile.yaml", "javascript:alert(1)");
        assertThat(repository.entry("go").entry().icon()).isEmpty();
        assertThat(repository.entry("go").entry().versions().get(0).icon()).isEmpty();
    }
}
