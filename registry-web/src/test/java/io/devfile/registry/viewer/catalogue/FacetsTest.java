package io.devfile.registry.viewer.catalogue;

import static io.devfile.registry.viewer.catalogue.Entries.catalogue;
import static io.devfile.registry.viewer.catalogue.Entries.in;
import static io.devfile.registry.viewer.catalogue.Entries.names;
import static io.devfile.registry.viewer.catalogue.Entries.query;
import static io.devfile.registry.viewer.catalogue.Entries.sample;
import static io.devfile.registry.viewer.catalogue.Entries.stack;
import static io.devfile.registry.viewer.catalogue.Entries.versions;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.IndexEntry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FacetsTest {

    private static final List<String> WORDS = List.of("Java", "JavaScript", "Go", "java");

    private final Catalogue catalogue = catalogue(
            stack("spring").language("Java").tags(List.of("Java", "Maven")).architectures(List.of("amd64")),
            stack("quarkus")
                    .language("Java")
                    .tags(List.of("Java", "Deprecated"))
                    .provider("Red Hat"),
            stack("react").language("JavaScript").tags(List.of("Node")).architectures(List.of("amd64", "arm64")),
            sample("hello").language("Java").versions(versions("2.2.0", "2.1.0")));

    @Test
    void valuesAreComparedAsAWhole() {
        assertThat(names(catalogue, "languages", "Java")).containsExactly("spring", "hello", "quarkus");
        assertThat(names(catalogue, "tags", "Mav")).isEmpty();
    }

    @Test
    void oneOfSeveralValuesOfAFacetIsEnough() {
        assertThat(names(catalogue, "tags", "Maven", "tags", "Node")).containsExactly("react", "spring");
    }

    @Test
    void allFacetsCount() {
        assertThat(names(catalogue, "languages", "Java", "types", "Sample")).containsExactly("hello");
        assertThat(names(catalogue, "languages", "Java", "tags", "Node")).isEmpty();
    }

    @Test
    void anEntryThatStatesNoArchitecturesCanBeHadOrLeftOut() {
        assertThat(names(catalogue, "architectures", "arm64")).containsExactly("react");
        assertThat(names(catalogue, "architectures", "not stated")).containsExactly("hello", "quarkus");
    }

    @Test
    void anEntryHasTheSchemaVersionsOfItsVersions() {
        assertThat(names(catalogue, "schemaVersions", "2.1.0")).containsExactly("hello");
    }

    @Test
    void whatIsDeprecatedCanBeHadOrLeftOut() {
        assertThat(names(catalogue, "deprecated", "Yes")).containsExactly("quarkus");
        assertThat(names(catalogue, "deprecated", "no")).containsExactly("react", "spring", "hello");
        assertThat(names(catalogue, "deprecated", "perhaps")).hasSize(4);
    }

    @Test
    void valuesInAnotherCaseAreThoseThatThereAre() {
        assertThat(names(catalogue, "types", "sample")).containsExactly("hello");
        assertThat(names(catalogue, "providers", "red hat")).containsExactly("quarkus");
    }

    @Test
    void sourcesAreRegistriesAndTheRegistryIsAllOfThem() {
        Catalogue two = catalogue(
                in("mine", stack("a").build()), in("theirs", stack("b").build()));
        assertThat(names(two, "registries", "theirs")).containsExactly("b");
        assertThat(names(two, "registries", "Ours")).containsExactly("a", "b");
        assertThat(names(two, "registries", "nobody's")).isEmpty();
    }

    @Test
    void countsSayWhatChoosingAValueWouldGive() {
        Found found = catalogue.find(query(catalogue, "languages", "Java", "types", "Stack"));
        assertThat(found.count(Facet.LANGUAGES, "Java")).isEqualTo(2);
        assertThat(found.count(Facet.LANGUAGES, "JavaScript")).isEqualTo(1);
        assertThat(found.count(Facet.TYPES, "Sample")).isEqualTo(1);
        assertThat(found.count(Facet.TAGS, "Maven")).isEqualTo(1);
        assertThat(found.count(Facet.TAGS, "Node")).isZero();
    }

    @Property(tries = 300)
    void countsAreThoseOfTheQueriesThatTheyStandFor(@ForAll long seed) {
        Random random = new Random(seed);
        Catalogue any = catalogue(IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> stack("stack-" + i)
                        .language(word(random))
                        .provider(word(random))
                        .tags(List.of(word(random), word(random) + "!"))
                        .architectures(random.nextBoolean() ? List.of() : List.of(word(random))))
                .toArray(IndexEntry.Builder[]::new));
        CatalogueQuery query = query(
                any,
                "languages",
                word(random),
                "tags",
                word(random),
                random.nextBoolean() ? "providers" : "ignored",
                word(random),
                random.nextBoolean() ? "search" : "ignored",
                word(random));
        Map<Facet, Map<String, Integer>> counts = any.find(query).counts();
        counts.forEach((facet, values) -> values.forEach((value, count) -> {
            CatalogueQuery alone = query;
            for (String selected : query.values(facet)) {
                alone = alone.without(facet, selected);
            }
            assertThat(any.count(alone.with(facet, value)))
                    .as(facet + " " + value)
                    .isEqualTo(count);
        }));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
