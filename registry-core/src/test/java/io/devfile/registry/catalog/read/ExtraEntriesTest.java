package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraEntriesTest {

    private static final String COMPLETE = "provider: p, supportUrl: s, architectures: [amd64], ";
    private static final String GIT = "git: {remotes: {origin: https://example.org/x.git}, revision: v1}";
    private static final String GOOD = "  - {name: good, " + COMPLETE + GIT + "}\n";

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary);
    }

    @Test
    void samplesComeBeforeStacksInTheOrderOfTheFileAfterDirectories() {
        repository
                .stack("z")
                .file(
                        "extraDevfileEntries.yaml",
                        "stacks:\n" + item("b") + item("a") + "samples:\n" + item("y") + item("x"));

        assertThat(repository.names()).containsExactly("z", "y", "x", "b", "a");
        assertThat(repository.entry("x").entry().type()).isEqualTo(EntryType.SAMPLE);
        assertThat(repository.entry("a").entry().type()).isEqualTo(EntryType.STACK);
        assertThat(repository.entry("a").repository()).isEmpty();
        assertThat(repository.read().findings()).isEmpty();
    }

    @Test
    void aSampleIsTakenAsItIsWritten() {
        samples("""
                  - name: hello
                    displayName: Hello
                    description: Says it
                    icon: https://example.org/i.svg
                    tags: [b, a]
                    architectures: [arm64]
                    projectType: python
                    language: Python
                    provider: p
                    supportUrl: s
                    attributes: {k: [1, 2]}
                    git:
                      remotes: {origin: https://example.org/x.git}
                      subDir: sub
                      revision: v1
                """);

        IndexEntry entry = repository.entry("hello").entry();
        assertThat(entry.displayName()).isEqualTo("Hello");
        assertThat(entry.tags()).containsExactly("b", "a");
        assertThat(entry.projectType()).isEqualTo("python");
        assertThat(entry.attributes()).containsKey("k");
        assertThat(entry.versions()).isEmpty();
        assertThat(entry.git()).satisfies(git -> {
            assertThat(git.remotes()).containsEntry("origin", "https://example.org/x.git");
            assertThat(git.subDir()).isEqualTo("sub");
            assertThat(git.revision()).isEqualTo("v1");
        });
        assertThat(repository.entry("hello").versions()).isEmpty();
    }

    @Test
    void devfilesThatTheSourceCarriesAreRead() {
        samples(GOOD + "  - {name: many, " + COMPLETE + "versions: [" + version("1.0.0", true) + ", "
                + version("2.0.0", false) + "]}\n");
        repository
                .devfile("samples/good", DevfileText.of("any", "1.0.0"))
                .file("samples/many/2.0.0/.devfile.yaml", "schemaVersion: 2.2.0\n");

        SourceCatalog catalog = repository.read();
        assertThat(catalog.findings()).isEmpty();
        assertThat(repository.entry("good").content("")).isPresent();
        assertThat(repository.entry("many").versions()).containsOnlyKeys("2.0.0");
        assertThat(repository.entry("many").entry().versions())
                .extracting(IndexVersion::version)
                .containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void aBrokenDevfileOfASampleLeavesTheSampleOut() {
        samples(GOOD + item("bad"));
        repository.file("samples/bad/devfile.yaml", "schemaVersion: [");

        assertThat(onlyError().place().file()).isEqualTo("samples/bad/devfile.yaml");
    }

    @Test
    void aBrokenDefaultVersionLeavesTheOthers() {
        samples("  - {name: many, " + COMPLETE + "versions: [" + version("1.0.0", false) + ", "
                + version("2.0.0", false) + ", " + version("3.0.0", true) + "]}\n");
        repository.file("samples/many/3.0.0/devfile.yaml", "[");

        assertThat(repository.entry("many").entry().versions())
                .extracting(version -> version.version() + version.isDefault())
                .containsExactly("1.0.0false", "2.0.0true");
        assertThat(RepositoryFixture.warnings(repository.read()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("2.0.0 is served as the default"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: 1|/samples/1|neither versions nor git",
                "versions: []|/samples/1|neither versions nor git",
                "git: {}|/samples/1/git|no Git remote",
                "git: {remotes: {}}|/samples/1/git|no Git remote",
                "git: {remotes: {a: x, b: y}}|/samples/1/git|Call one of them origin",
                "git: {remotes: {origin: x}, revision: 1}|/samples/1/git/revision|Put it in quotes",
                "git: {remotes: {origin: 1}}|/samples/1/git/remotes/origin|Put it in quotes",
                "git: {remotes: {'a/b': 1}}|/samples/1/git/remotes/a~1b|Put it in quotes",
                "git: 5|/samples/1/git|should be a mapping",
                "git: {remotes: {origin: x}}, tags: [a, 1]|/samples/1/tags/1|Put numbers in quotes",
                "git: {remotes: {origin: x}}, tags: a|/samples/1/tags|should be a list",
                "git: {remotes: {origin: x}}, attributes: [a]|/samples/1/attributes|should be a mapping",
                "git: {remotes: {origin: x}}, deploymentScopes: {x: true}|/samples/1/deploymentScopes|innerloop",
                "versions: [{version: 1.0.0, schemaVersion: 2.3.0, git: {remotes: {origin: x}}}]|/samples/1/versions|"
                        + "No version is the default",
                "versions: [{version: 1.0.0, default: true, schemaVersion: 2.3.0}]|/samples/1/versions/0/git|no Git remote",
                "versions: [{version: 1.0.0, default: true, git: {remotes: {origin: x}}}]"
                        + "|/samples/1/versions/0/schemaVersion|no schemaVersion",
                "versions: [{version: 1.0, default: true, schemaVersion: 2.3.0, git: {remotes: {origin: x}}}]"
                        + "|/samples/1/versions/0/version|Put it in quotes",
                "versions: {}|/samples/1/versions|should be a list"
            })
    void whatIsWrongWithASampleIsAnErrorAtItsPlaceAndTheOthersAreServed(String fields, String pointer, String mend) {
        samples(GOOD + "  - {name: bad, " + COMPLETE + fields + "}\n");

        Finding finding = firstError();
        assertThat(finding.place().file()).isEqualTo("extraDevfileEntries.yaml");
        assertThat(finding.place().pointer()).isEqualTo(pointer);
        assertThat(finding.place().position().line()).isEqualTo(3);
        assertThat(finding.message()).contains(mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "supportUrl", "architectures"})
    void whatUsersWouldLikeToKnowIsAWarning(String key) {
        samples(GOOD.replaceFirst(key + ": [^,]*, ", ""));

        SourceCatalog catalog = repository.read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("good");
        assertThat(RepositoryFixture.errors(catalog)).isEmpty();
        assertThat(RepositoryFixture.warnings(catalog))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("no " + key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "text", "", "samples: {a: b}", "samples: text", "samples: [a]", "a: [", "\u0000"})
    void badInputExtraEntriesOfTheWrongTypeAreAFinding(String yaml) {
        repository.stack("good").file("extraDevfileEntries.yaml", yaml);

        assertThat(onlyError().place().file()).isEqualTo("extraDevfileEntries.yaml");
    }

    @Test
    void anEntryOfATakenNameIsAnError() {
        repository.stack("good");
        samples(GOOD);

        assertThat(onlyError().message()).contains("already an entry named good", "Rename one of the two");
    }

    private static String item(String name) {
        return GOOD.replace("good", name);
    }

    private static String version(String version, boolean isDefault) {
        return "{version: " + version + ", default: " + isDefault + ", schemaVersion: 2.2.0, " + GIT + "}";
    }

    private void samples(String items) {
        repository.file("extraDevfileEntries.yaml", "samples:\n" + items);
    }

    private Finding onlyError() {
        assertThat(RepositoryFixture.errors(repository.read())).hasSize(1);
        return firstError();
    }

    private Finding firstError() {
        SourceCatalog catalog = repository.read();
        assertThat(RepositoryFixture.names(catalog)).containsExactly("good");
        return RepositoryFixture.errors(catalog).get(0);
    }
}
