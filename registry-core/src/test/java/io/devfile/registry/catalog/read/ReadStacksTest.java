package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.content.StorageException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack that did not change is not read again. In this test the source makes false claims about changes, so that the
 * test can see what is read.
 */
class ReadStacksTest {

    @TempDir
    private Path temporary;

    private final ReadStacks known = new ReadStacks();
    private RepositoryFixture repository;

    @BeforeEach
    void make() {
        repository = new RepositoryFixture(temporary);
        repository.stack("go").stack("java").revision("stacks/go", "g1").revision("stacks/java", "j1");
    }

    private void describe(String stack, String description) {
        repository.devfile("stacks/" + stack, DevfileText.of(stack, "1.0.0").with("description", description));
    }

    private static String description(SourceCatalog catalog, String stack) {
        return entry(catalog, stack).entry().versions().get(0).description();
    }

    private static CatalogEntry entry(SourceCatalog catalog, String stack) {
        return catalog.entries().stream()
                .filter(entry -> entry.directory().equals(stack))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWhatChangedIsRead() {
        repository.readAt("r1", known);
        describe("go", "changed");
        describe("java", "changed");
        repository.revision("stacks/go", "g2");

        SourceCatalog catalog = repository.readAt("r2", known);

        assertThat(description(catalog, "go")).isEqualTo("changed");
        assertThat(description(catalog, "java")).isNotEqualTo("changed");
        assertThat(catalog.entries()).extracting(CatalogEntry::revision).containsOnly("r2");
    }

    @Test
    void everythingIsReadWhereTheSourceCannotTell() {
        repository.stack("silent").readAt("r1", known);
        describe("silent", "changed");

        assertThat(description(repository.readAt("r2", known), "silent")).isEqualTo("changed");
    }

    @Test
    void anotherTimeIsReadAgain() {
        repository.changed("stacks/go", "2025-01-01T00:00:00Z").readAt("r1", known);
        repository.changed("stacks/go", "2026-01-01T00:00:00Z");

        assertThat(entry(repository.readAt("r2", known), "go").entry().lastModified())
                .satisfies(time -> assertThat(time.getYear()).isEqualTo(2026));
    }

    @Test
    void anotherListOfTimesIsReadAgain() {
        repository.readAt("r1", known);
        repository.file(
                "last_modified.json",
                "{\"stacks\":[{\"name\":\"go\",\"version\":\"1.0.0\",\"lastModified\":\"2024-02-03T00:00:00Z\"}]}");

        assertThat(entry(repository.readAt("r2", known), "go").entry().lastModified())
                .satisfies(time -> assertThat(time.getYear()).isEqualTo(2024));
    }

    @Test
    void findingsAreToldAgain() {
        repository.file("stacks/bad/devfile.yaml", "{").revision("stacks/bad", "b1");
        SourceCatalog first = repository.readAt("r1", known);

        SourceCatalog second = repository.readAt("r2", known);

        assertThat(first.findings()).isNotEmpty();
        assertThat(second.findings()).isEqualTo(first.findings());
    }

    @Test
    void aStackThatWasLeftOutAsADuplicateIsReadAgain() {
        repository
                .devfile("stacks/go-again", DevfileText.of("go", "1.0.0"))
                .revision("stacks/go-again", "a1")
                .readAt("r1", known);
        repository.devfile("stacks/go-again", DevfileText.of("go-again", "1.0.0"));

        assertThat(RepositoryFixture.names(repository.readAt("r2", known))).containsExactly("go", "go-again", "java");
    }

    @Test
    void anInterruptedReadingIsNotRemembered() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> repository.readAt("r1", known));
        assertThat(Thread.interrupted()).isTrue();
        describe("go", "changed");

        assertThat(description(repository.readAt("r2", known), "go")).isEqualTo("changed");
    }
}
