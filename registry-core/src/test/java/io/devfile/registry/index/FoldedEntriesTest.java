package io.devfile.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.TypeFilter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldedEntriesTest {

    private final Index index = new Index(ExampleEntries.ALL);

    @Test
    void entriesWithoutDefaultVersionDoNotAppearAndTheOrderStays() {
        assertThat(Queries.summary(index.foldedEntries())).isEqualTo("rust-web, go-cli, rolling, rust-demo*, go-cli*");
    }

    @Test
    void aStackTakesWhatItsDefaultVersionHas() {
        IndexVersion version = ExampleEntries.RUST_WEB.defaultVersion().orElseThrow();

        assertThat(index.foldedEntries().get(0))
                .isEqualTo(ExampleEntries.RUST_WEB.toBuilder()
                        .version("2.9.0")
                        .tags(version.tags())
                        .architectures(version.architectures())
                        .links(version.links())
                        .resources(version.resources())
                        .starterProjects(version.starterProjects())
                        .versions(List.of())
                        .build());
    }

    @Test
    void tagsAndArchitecturesStayWhereTheVersionHasNone() {
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "plain")
                .tags(List.of("Mine"))
                .architectures(List.of("arm64"))
                .starterProjects(List.of("gone"))
                .versions(List.of(IndexVersion.builder("1.0.0").isDefault(true).build()))
                .build();

        IndexEntry folded = new Index(List.of(entry)).foldedEntries().get(0);

        assertThat(folded.tags()).containsExactly("Mine");
        assertThat(folded.architectures()).containsExactly("arm64");
        assertThat(folded.starterProjects()).isEmpty();
    }

    @Test
    void aSampleTakesOnlyGit() {
        IndexEntry folded = index.foldedEntries().get(4);

        assertThat(folded.version()).isEmpty();
        assertThat(folded.git()).isEqualTo(GitOrigin.of(Map.of("origin", "https://git.example/sample"), "one"));
    }

    @Test
    void anEntryWithoutVersionsStaysAsItIs() {
        assertThat(index.foldedEntries().get(3)).isSameAs(ExampleEntries.RUST_DEMO);
    }

    @Test
    void namesAreFoundAndTheFirstOfTwoWins() {
        assertThat(index.find("go-cli")).containsSame(ExampleEntries.GO_CLI);
        assertThat(index.find("rust-demo")).containsSame(ExampleEntries.RUST_DEMO);
        assertThat(index.find("RUST-DEMO")).isEmpty();
        assertThat(index.entries()).isEqualTo(ExampleEntries.ALL);
    }

    @Test
    void theTypeChoosesAmongEntries() throws Exception {
        assertThat(Queries.summary(index.search(Queries.query(IndexFormat.V2, TypeFilter.SAMPLE, "language=rust"))))
                .isEqualTo("rust-demo*");
        assertThat(Queries.summary(index.search(Queries.query(IndexFormat.V1, TypeFilter.STACK, "name=go"))))
                .isEqualTo("go-cli");
        assertThat(TypeFilter.named("sample")).contains(TypeFilter.SAMPLE);
        assertThat(TypeFilter.named("Sample")).isEmpty();
    }
}
