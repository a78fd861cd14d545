package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.index.model.IndexVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackValidationTest {

    private static final String STACK = """
            name: bad
            displayName: Bad
            icon: i
            versions:
              - version: 1.0.0
                default: true
              - version: 2.0.0
            """;

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary).stack("good").versions("bad", "1.0.0", "2.0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: bad|name: ' '|/name|1|The stack has no name",
                "name: bad|name: 5|/name|1|Put it in quotes",
                "displayName: Bad|x: y|/displayName|1|The stack has no displayName",
                "icon: i|x: y|/icon|1|The stack has no icon",
                "icon: i|'icon: [i]'|/icon|3|should be text",
                "default: true|default: false|/versions|4|No version is the default",
                "version: 2.0.0|'{version: 2.0.0, default: true}'|/versions|4|2 versions are the default",
                "displayName: Bad|'displayName: Bad\ntags: a'|/tags|3|should be a list",
                "displayName: Bad|'displayName: Bad\ndescription: 1'|/description|3|Put it in quotes",
                "displayName: Bad|'displayName: Bad\nattributes: 1'|/attributes|3|should be a mapping",
                "displayName: Bad|'displayName: Bad\ndeploymentScopes: {x: true}'|/deploymentScopes|3|innerloop"
            })
    void whatIsWrongWithStackYamlLeavesTheStackOut(String text, String by, String pointer, int line, String mend) {
        repository.file("stacks/bad/stack.yaml", STACK.replace(text, by));

        Finding finding = onlyError();
        assertThat(RepositoryFixture.names(repository.read())).containsExactly("good");
        assertThat(finding.place().file()).isEqualTo("stacks/bad/stack.yaml");
        assertThat(finding.place().pointer()).isEqualTo(pointer);
        assertThat(finding.place().position().line()).isEqualTo(line);
        assertThat(finding.message()).contains(mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "versions: []\n", "versions: {}\n", "versions: null\n"})
    void aStackWithoutVersionsIsLeftOut(String versions) {
        repository.file("stacks/bad/stack.yaml", "name: bad\ndisplayName: Bad\nicon: i\n" + versions);

        assertThat(RepositoryFixture.names(repository.read())).containsExactly("good");
        assertThat(RepositoryFixture.errors(repository.read())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "a: [", "a: b\na: c", "", "!!java.net.URL [x]", "text"})
    void aStackYamlThatIsNoneIsLeftOut(String yaml) {
        repository.file("stacks/bad/stack.yaml", yaml);

        assertThat(RepositoryFixture.names(repository.read())).containsExactly("good");
        assertThat(RepositoryFixture.errors(repository.read()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.place().file()).isEqualTo("stacks/bad/stack.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.0.0|/versions/1/version|no directory 3.0.0/",
                "1.0.0|/versions/1/version|listed twice",
                "2.0|/versions/1/version|Put it in quotes",
                "''|/versions/1/version|no number",
                "../1.0.0|/versions/1/version|cannot be a version",
                "'2.0.0\n    default: 5'|/versions/1/default|true or false",
                "'2.0.0\n    git: {url: x}'|/versions/1/git|there is nothing"
            })
    void whatIsWrongWithAVersionLeavesOnlyTheVersionOut(String version, String pointer, String mend) {
        String written = version.isEmpty() ? "''" : version;
        repository.file("stacks/bad/stack.yaml", STACK.replace("2.0.0", written));

        Finding finding = onlyError();
        assertThat(versions()).containsExactly("1.0.0true");
        assertThat(finding.place().file()).isEqualTo("stacks/bad/stack.yaml");
        assertThat(finding.place().pointer()).isEqualTo(pointer);
        assertThat(finding.place().position().line()).isGreaterThanOrEqualTo(7);
        assertThat(finding.message()).contains(mend);
    }

    @ParameterizedTest
    @CsvSource({
        "name, /metadata/name",
        "displayName, /metadata/displayName",
        "language, /metadata/language",
        "projectType, /metadata/projectType",
        "version, /metadata/version"
    })
    void aVersionWhoseMetadataLackSomethingIsLeftOut(String key, String pointer) {
        repository.devfile("stacks/bad/2.0.0", DevfileText.of("bad", "2.0.0").without(key));

        assertThat(onlyError().place().pointer()).isEqualTo(pointer);
        assertThat(onlyError().place().file()).isEqualTo("stacks/bad/2.0.0/devfile.yaml");
        assertThat(versions()).containsExactly("1.0.0true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "supportUrl", "architectures"})
    void aVersionWhoseMetadataLackWhatUsersWouldLikeIsServed(String key) {
        repository.devfile("stacks/bad/2.0.0", DevfileText.of("bad", "2.0.0").without(key));

        SourceCatalog catalog = repository.read();
        assertThat(catalog.findings())
                .hasSameSizeAs(RepositoryFixture.warnings(catalog))
                .hasSize(1);
        assertThat(versions()).containsExactly("2.0.0false", "1.0.0true");
    }

    @Test
    void aDevfileThatBreaksARuleOfTheSpecificationIsLeftOut() {
        repository.devfile(
                "stacks/bad/2.0.0",
                DevfileText.of("bad", "2.0.0")
                        .body("commands:\n  - id: e\n    exec: {component: none, commandLine: x}\n"));

        assertThat(onlyError().place().pointer()).startsWith("/commands/0");
        assertThat(versions()).containsExactly("1.0.0true");
    }

    @ParameterizedTest
    @CsvSource({"tags, 5", "architectures, x", "description, 5", "icon, '[a]'", "provider, 5", "supportUrl, '{a: b}'"})
    void metadataOfTheWrongTypeLeaveTheVersionOutWhateverTheSchema(String key, String value) {
        repository.devfile(
                "stacks/bad/2.0.0",
                DevfileText.of("bad", "2.0.0").schemaVersion("2.0.0").with(key, value));

        assertThat(RepositoryFixture.errors(repository.read())).isNotEmpty();
        assertThat(versions()).containsExactly("1.0.0true");
    }

    @Test
    void aBrokenDefaultVersionLeavesTheHighestAsTheDefault() {
        repository.versions("bad", "2.0.0", "1.0.0", "3.0.0").file("stacks/bad/2.0.0/devfile.yaml", "[");

        assertThat(versions()).containsExactly("3.0.0true", "1.0.0false");
        assertThat(RepositoryFixture.warnings(repository.read()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().pointer()).isEqualTo("/versions");
                    assertThat(finding.message()).contains("3.0.0 is served as the default", "Correct");
                });
    }

    @Test
    void aStackWithoutAVersionThatCanBeServedIsLeftOut() {
        repository.file("stacks/bad/1.0.0/devfile.yaml", "[").file("stacks/bad/2.0.0/devfile.yaml", "[");

        assertThat(repository.names()).containsExactly("good");
    }

    @Test
    void aVersionThatItsDevfileCallsOtherwiseIsAWarning() {
        repository.devfile("stacks/bad/2.0.0", DevfileText.of("bad", "2.1.0"));

        assertThat(versions()).containsExactly("2.1.0false", "1.0.0true");
        assertThat(RepositoryFixture.warnings(repository.read()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("2.0.0", "2.1.0", "Use the same number"));
    }

    @Test
    void twoStacksOfOneNameAreAnErrorOfTheSecond() {
        repository.devfile("stacks/other", DevfileText.of("good", "9.0.0"));

        assertThat(onlyError().place().file()).isEqualTo("stacks/other");
        assertThat(repository.entry("good").directory()).isEqualTo("good");
    }

    private java.util.List<String> versions() {
        return repository.entry("bad").entry().versions().stream()
                .map((IndexVersion version) -> version.version() + version.isDefault())
                .toList();
    }

    private Finding onlyError() {
        SourceCatalog catalog = repository.read();
        assertThat(RepositoryFixture.names(catalog)).contains("good");
        assertThat(RepositoryFixture.errors(catalog)).hasSize(1);
        return RepositoryFixture.errors(catalog).get(0);
    }
}
