package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackEntryTest {

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary);
    }

    @Test
    void aStackOfOneVersionTakesAllFromItsDevfile() {
        repository.devfile(
                "stacks/go-dir",
                DevfileText.of("go", "1.2.0")
                        .with("description", "Runs Go")
                        .with("icon", "https://example.org/go.svg")
                        .with("tags", "[Go, Lean]")
                        .with("deploymentScopes", "{innerloop: true, outerloop: false}"));

        CatalogEntry read = repository.entry("go");
        IndexEntry entry = read.entry();
        assertThat(repository.read().findings())
                .extracting(Finding::message)
                .containsExactly(
                        "The name in the devfile is 'go', but its directory is named 'go-dir', and artifacts are named"
                                + " after the directory. Use the same name for both.");
        assertThat(read.directory()).isEqualTo("go-dir");
        assertThat(read.repository()).contains("devfile-catalog/go-dir");
        assertThat(read.source()).isEqualTo("tried");
        assertThat(read.revision()).isEqualTo("r1");
        assertThat(entry.type()).isEqualTo(EntryType.STACK);
        assertThat(entry.displayName()).isEqualTo("The go");
        assertThat(entry.description()).isEqualTo("Runs Go");
        assertThat(entry.icon()).isEqualTo("https://example.org/go.svg");
        assertThat(entry.tags()).containsExactly("Go", "Lean");
        assertThat(entry.architectures()).containsExactly("amd64");
        assertThat(entry.projectType()).isEqualTo("Plain");
        assertThat(entry.language()).isEqualTo("Java");
        assertThat(entry.provider()).isEqualTo("Us");
        assertThat(entry.supportUrl()).isEqualTo("https://example.org");
        assertThat(entry.version()).isEmpty();
        IndexVersion version = entry.versions().get(0);
        assertThat(entry.versions()).hasSize(1);
        assertThat(version.version()).isEqualTo("1.2.0");
        assertThat(version.schemaVersion()).isEqualTo("2.3.0");
        assertThat(version.isDefault()).isTrue();
        assertThat(version.description()).isEqualTo("Runs Go");
        assertThat(version.icon()).isEqualTo("https://example.org/go.svg");
        assertThat(version.tags()).containsExactly("Go", "Lean");
        assertThat(version.deploymentScopes()).isEqualTo(Map.of("innerloop", true, "outerloop", false));
        assertThat(version.links()).isEqualTo(Map.of("self", "devfile-catalog/go-dir:1.2.0"));
        assertThat(version.git()).isNull();
    }

    @Test
    void aHiddenDevfileIsAsGood() {
        repository.file("stacks/go/.devfile.yaml", DevfileText.of("go", "1.0.0").toString());

        assertThat(repository.content("go", "1.0.0").devfile()).isEqualTo(".devfile.yaml");
        assertThat(repository.entry("go").entry().versions().get(0).resources()).containsExactly(".devfile.yaml");
    }

    @Test
    void versionsAreSortedByNumberHighestFirst() {
        repository.versions("go", "1.9.0", "1.10.0", "2.0.0-alpha", "2.0.0");

        IndexEntry entry = repository.entry("go").entry();
        assertThat(entry.versions())
                .extracting(IndexVersion::version)
                .containsExactly("2.0.0", "2.0.0-alpha", "1.10.0", "1.9.0");
        assertThat(entry.versions())
                .filteredOn(IndexVersion::isDefault)
                .extracting(IndexVersion::version)
                .containsExactly("1.9.0");
        assertThat(repository.entry("go").versions()).hasSize(4);
    }

    @Test
    void whatStackYamlSaysIsWhatTheEntrySays() {
        repository.versions("go", "1.0.0").file("stacks/go/stack.yaml", """
                        name: golang
                        displayName: Go!
                        description: Of stack.yaml
                        icon: https://example.org/stack.svg
                        language: Go
                        projectType: Gopher
                        provider: Them
                        supportUrl: https://example.org/them
                        globalMemoryLimit: 2Gi
                        deploymentScopes: {outerloop: true}
                        attributes: {a: [1, {b: true}], c: null}
                        versions: [{version: 1.0.0, default: true}]
                        """);

        IndexEntry entry = repository.entry("golang").entry();
        assertThat(entry.displayName()).isEqualTo("Go!");
        assertThat(entry.description()).isEqualTo("Of stack.yaml");
        assertThat(entry.icon()).isEqualTo("https://example.org/stack.svg");
        assertThat(entry.language()).isEqualTo("Go");
        assertThat(entry.projectType()).isEqualTo("Gopher");
        assertThat(entry.provider()).isEqualTo("Them");
        assertThat(entry.supportUrl()).isEqualTo("https://example.org/them");
        assertThat(entry.globalMemoryLimit()).isEqualTo("2Gi");
        assertThat(entry.deploymentScopes()).isEqualTo(Map.of("outerloop", true));
        assertThat(entry.attributes()).containsEntry("a", List.of(1, Map.of("b", true)));
        assertThat(entry.attributes()).containsKey("c");
        assertThat(entry.versions().get(0).links()).containsValue("devfile-catalog/go:1.0.0");
    }

    @Test
    void aStackWithoutADescriptionTakesThatOfItsHighestVersion() {
        repository
                .versions("go", "1.0.0")
                .devfile("stacks/go/1.0.0", DevfileText.of("go", "1.0.0").with("description", "Of the version"));

        IndexEntry entry = repository.entry("go").entry();
        assertThat(entry.description()).isEqualTo("Of the version");
        assertThat(entry.versions().get(0).description()).isEqualTo("Of the version");
    }

    @Test
    void theHighestVersionThatSaysSomethingSpeaksForTheStack() {
        repository
                .versions("go", "1.0.0", "2.0.0", "3.0.0")
                .devfile(
                        "stacks/go/3.0.0",
                        DevfileText.of("go", "3.0.0")
                                .with("language", "Three")
                                .without("provider")
                                .without("supportUrl"))
                .devfile(
                        "stacks/go/2.0.0",
                        DevfileText.of("go", "2.0.0")
                                .with("language", "Two")
                                .with("provider", "Two")
                                .without("supportUrl"));

        IndexEntry entry = repository.entry("go").entry();
        assertThat(entry.language()).isEqualTo("Three");
        assertThat(entry.provider()).isEqualTo("Two");
        assertThat(entry.supportUrl()).isEqualTo("https://example.org");
    }

    @Test
    void tagsAreThoseOfStackYamlAndThenNewOnesOfTheDefaultVersion() {
        repository
                .versions("go", "1.0.0", "2.0.0")
                .devfile("stacks/go/1.0.0", DevfileText.of("go", "1.0.0").with("tags", "[z, own, a]"))
                .devfile("stacks/go/2.0.0", DevfileText.of("go", "2.0.0").with("tags", "[other]"));
        assertThat(repository.entry("go").entry().tags()).containsExactly("z", "own", "a");

        append("stacks/go/stack.yaml", "tags: [own, first]\n");
        assertThat(repository.entry("go").entry().tags()).containsExactly("own", "first", "z", "a");
    }

    @Test
    void architecturesAreTheUnionInOrderOfFirstAppearance() {
        repository
                .versions("go", "1.0.0", "2.0.0")
                .devfile("stacks/go/1.0.0", DevfileText.of("go", "1.0.0").with("architectures", "[arm64, amd64]"))
                .devfile("stacks/go/2.0.0", DevfileText.of("go", "2.0.0").with("architectures", "[s390x, amd64]"));
        assertThat(repository.entry("go").entry().architectures()).containsExactly("s390x", "amd64", "arm64");

        append("stacks/go/stack.yaml", "architectures: [ppc64le, arm64]\n");
        assertThat(repository.entry("go").entry().architectures())
                .containsExactly("ppc64le", "arm64", "s390x", "amd64");
    }

    @Test
    void aVersionThatRunsEverywhereMakesTheStackRunEverywhere() {
        repository
                .versions("go", "1.0.0", "2.0.0")
                .devfile("stacks/go/2.0.0", DevfileText.of("go", "2.0.0").without("architectures"));
        append("stacks/go/stack.yaml", "architectures: [amd64]\n");

        assertThat(repository.entry("go").entry().architectures()).isEmpty();
    }

    @Test
    void everyKindOfCommandCountsForItsGroup() {
        repository.devfile("stacks/go", DevfileText.of("go", "1.0.0").body("""
                components:
                  - name: c
                    container: {image: i}
                  - name: k
                    kubernetes: {inlined: x}
                commands:
                  - id: e
                    exec: {component: c, commandLine: x, group: {kind: run, isDefault: true}}
                  - id: a
                    apply: {component: k, group: {kind: deploy}}
                  - id: t
                    composite: {commands: [e], group: {kind: test}}
                  - id: n
                    exec: {component: c, commandLine: x}
                """));

        assertThat(repository.entry("go").entry().versions().get(0).commandGroups())
                .containsExactly(
                        Map.entry("build", false),
                        Map.entry("debug", false),
                        Map.entry("deploy", true),
                        Map.entry("run", true),
                        Map.entry("test", true));
    }

    @Test
    void starterProjectsStandInTheOrderOfTheDevfile() {
        repository.devfile("stacks/go", DevfileText.of("go", "1.0.0").body("""
                starterProjects:
                  - name: z
                    git: {remotes: {origin: https://example.org/z.git}, checkoutFrom: {revision: v1}}
                  - name: a
                    subDir: sub
                    zip: {location: https://example.org/a.zip}
                """));

        assertThat(repository.entry("go").entry().versions().get(0).starterProjects())
                .containsExactly("z", "a");
        assertThat(repository.content("go", "1.0.0").starterProjects())
                .satisfiesExactly(
                        z -> {
                            assertThat(z.git()).satisfies(git -> {
                                assertThat(git.remotes()).containsEntry("origin", "https://example.org/z.git");
                                assertThat(git.revision()).isEqualTo("v1");
                            });
                            assertThat(z.offline()).isNull();
                        },
                        a -> {
                            assertThat(a.zipLocation()).isEqualTo("https://example.org/a.zip");
                            assertThat(a.subDir()).isEqualTo("sub");
                        });
    }

    @Test
    void stacksAreInCodePointOrderAndNothingElseBelowStacksCounts() {
        repository
                .stack("b")
                .stack("a-b")
                .stack("a")
                .stack("a1")
                .file("stacks/README.md", "x")
                .file("stacks/OWNERS", "x")
                .link("stacks/LICENSE", "README.md");

        assertThat(repository.names()).containsExactly("a", "a-b", "a1", "b");
        assertThat(repository.read().findings()).isEmpty();
    }

    @Test
    void aRepositoryWithoutAnythingHasNoEntries() {
        assertThat(repository.names()).isEmpty();
        assertThat(repository.read().findings()).isEmpty();
    }

    private void append(String path, String text) {
        repository.file(path, repository.written(path) + text);
    }
}
