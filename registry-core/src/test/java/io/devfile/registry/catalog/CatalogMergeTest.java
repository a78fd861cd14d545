package io.devfile.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogMergeTest {

    @Test
    void stacksOfAllSourcesComeFirstThenSamplesThenStacksInPlace() {
        Catalog merged = Catalog.merge(List.of(
                source("a", stack("z", "z"), sample("y"), stack("x", "")),
                source("b", stack("c", "c"), sample("b"), stack("a", ""))));

        assertThat(names(merged)).containsExactly("z", "c", "y", "b", "x", "a");
        assertThat(merged.findings()).isEmpty();
        assertThat(merged.hasErrors()).isFalse();
    }

    @Test
    void ofOneNameTheFirstSourceCountsAndTheOtherIsAFinding() {
        Catalog merged = Catalog.merge(List.of(
                source("a", stack("go", "go")),
                source("b", sample("go"), stack("java", "java")),
                source("c", stack("go", "x"))));

        assertThat(names(merged)).containsExactly("go", "java");
        assertThat(merged.entries().get(0).source()).isEqualTo("a");
        assertThat(merged.findings())
                .extracting(finding -> finding.place().source())
                .containsExactly("b", "c");
        assertThat(merged.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message())
                    .startsWith("go is left out, because source a")
                    .contains("registry.sources");
        });
    }

    @Test
    void ofOneDirectoryTheFirstSourceCountsSinceArtifactsAreNamedAfterIt() {
        Catalog merged = Catalog.merge(List.of(source("a", stack("go", "go")), source("b", stack("golang", "go"))));

        assertThat(names(merged)).containsExactly("go");
        assertThat(merged.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place().source()).isEqualTo("b");
            assertThat(finding.message())
                    .contains("golang is left out", "stacks/go", "Rename one of the two directories");
        });
    }

    @Test
    void whatTheSourcesFoundIsKeptInTheirOrder() {
        Finding first = new Finding(Severity.WARNING, Rule.SCHEMA, new Place("a", "f", "", new Position(0, 0)), "one");
        Finding second = new Finding(Severity.ERROR, Rule.SCHEMA, new Place("b", "g", "/x", new Position(3, 0)), "two");
        Catalog merged = Catalog.merge(List.of(
                new SourceCatalog("a", "r", List.of(), List.of(first)),
                new SourceCatalog("b", "r", List.of(), List.of(second))));

        assertThat(merged.findings()).containsExactly(first, second);
        assertThat(merged.hasErrors()).isTrue();
        assertThat(second).hasToString("ERROR b: g:3 (/x): two [schema]");
    }

    @Test
    void noSourcesAreAnEmptyCatalog() {
        assertThat(Catalog.merge(List.of()).entries()).isEmpty();
    }

    private static List<String> names(Catalog catalog) {
        return catalog.entries().stream().map(entry -> entry.entry().name()).toList();
    }

    private record Described(EntryType type, String name, String directory) {}

    private static Described stack(String name, String directory) {
        return new Described(EntryType.STACK, name, directory);
    }

    private static Described sample(String name) {
        return new Described(EntryType.SAMPLE, name, "");
    }

    private static SourceCatalog source(String source, Described... entries) {
        return new SourceCatalog(
                source,
                "r",
                List.of(entries).stream()
                        .map(one -> new CatalogEntry(
                                IndexEntry.builder(one.type(), one.name()).build(),
                                one.directory(),
                                source,
                                "r",
                                Map.of()))
                        .toList(),
                List.of());
    }
}
