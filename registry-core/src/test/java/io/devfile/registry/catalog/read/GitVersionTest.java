package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.remote.RemoteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitVersionTest {

    private static final String URL = "https://git.example/go.git";

    @TempDir
    private Path temporary;

    private final ReadStacks known = new ReadStacks();
    private RepositoryFixture repository;
    private Path tree;

    @BeforeEach
    void make() throws IOException {
        repository = new RepositoryFixture(temporary);
        repository.stack("java").devfile("stacks/go/1.0.0", DevfileText.of("go", "1.0.0"));
        repository.file("stacks/go/stack.yaml", """
                name: go
                displayName: Go
                icon: https://example.org/icon.svg
                versions:
                  - version: 1.0.0
                    default: true
                  - version: 2.0.0
                    git:
                      remotes: {origin: '%s'}
                      revision: main
                """.formatted(URL));
        repository.revision("stacks/go", "g1").revision("stacks/java", "j1");
        tree = Files.createDirectories(temporary.resolve("tree"));
        commit("c1", "first");
    }

    private void commit(String commit, String description) {
        try {
            Files.writeString(
                    tree.resolve("devfile.yaml"),
                    DevfileText.of("go", "2.0.0")
                            .with("description", description)
                            .toString());
            Files.writeString(tree.resolve("readme.md"), description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        repository.remotes().put(URL, commit, tree);
    }

    private SourceCatalog read() {
        return repository.readAt("r1", known);
    }

    private static CatalogEntry go(SourceCatalog catalog) {
        return catalog.entries().stream()
                .filter(entry -> entry.directory().equals("go"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> versions(SourceCatalog catalog) {
        return go(catalog).entry().versions().stream()
                .map(version -> version.version() + " " + version.description())
                .toList();
    }

    @Test
    void isReadLikeADirectory() {
        SourceCatalog catalog = read();

        IndexVersion version = go(catalog).entry().version("2.0.0").orElseThrow();
        VersionContent content = go(catalog).content("2.0.0").orElseThrow();
        assertThat(version.description()).isEqualTo("first");
        assertThat(version.links()).containsEntry("self", "devfile-catalog/go:2.0.0");
        assertThat(version.lastModified()).isNotNull();
        assertThat(version.git()).isNull();
        assertThat(content.files().keySet()).containsExactly("devfile.yaml", "readme.md");
        assertThat(content.resources().keySet()).containsExactly("archive.tar", "devfile.yaml");
        assertThat(catalog.findings()).isEmpty();
    }

    @Test
    void followsItsBranchAlthoughTheSourceIsUnchanged() {
        SourceCatalog before = read();
        assertThat(repository.isCurrent(before)).isTrue();
        commit("c2", "second");

        assertThat(repository.isCurrent(before)).isFalse();
        assertThat(versions(read())).anySatisfy(one -> assertThat(one).isEqualTo("2.0.0 second"));
    }

    @Test
    void isNotReadAgainWhereNothingIsNew() {
        read();
        // not read, because the commit is the same
        commit("c1", "untrue");

        assertThat(versions(read())).contains("2.0.0 first");
    }

    @Test
    void isLeftOutWhereItWasNeverFetched() {
        repository.remotes().fail(URL, RemoteException.Kind.FAILED);

        SourceCatalog catalog = read();

        assertThat(versions(catalog)).hasSize(1);
        Finding error = RepositoryFixture.errors(catalog).get(0);
        assertThat(error.place().file()).isEqualTo("stacks/go/stack.yaml");
        assertThat(error.place().pointer()).isEqualTo("/versions/1/git");
        assertThat(error.message()).contains("2.0.0 is left out").contains("the test wants it so");
    }

    @Test
    void staysAsItWasWhileTheRemoteFails() {
        read();
        repository.remotes().fail(URL, RemoteException.Kind.FAILED);

        SourceCatalog catalog = read();

        assertThat(versions(catalog)).contains("2.0.0 first");
        assertThat(RepositoryFixture.errors(catalog)).isEmpty();
        assertThat(RepositoryFixture.warnings(catalog))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("served in its previous state"));
        commit("c1", "first");
        assertThat(read().findings()).isEmpty();
    }

    @Test
    void whatIsWrongInItHasAPlace() throws IOException {
        Files.writeString(tree.resolve("devfile.yaml"), "schemaVersion: 7");
        Files.createSymbolicLink(tree.resolve("x"), Path.of("readme.md"));

        SourceCatalog catalog = read();

        assertThat(versions(catalog)).hasSize(1);
        assertThat(RepositoryFixture.errors(catalog))
                .extracting(finding -> finding.place().file())
                .containsOnly("stacks/go/2.0.0/devfile.yaml");
    }

    @Test
    void needsARemote() {
        repository.file(
                "stacks/go/stack.yaml",
                repository.written("stacks/go/stack.yaml").replace("origin: '" + URL + "'", "a: x, b: y"));

        assertThat(RepositoryFixture.errors(read()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("no remote named 'origin'"));
    }
}
