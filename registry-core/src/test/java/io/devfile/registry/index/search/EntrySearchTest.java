package io.devfile.registry.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySearchTest {

    private final List<IndexEntry> entries = new ArrayList<>();
    private final List<SearchTexts> texts = new ArrayList<>();

    private IndexEntry.Builder stack(String name) {
        return IndexEntry.builder(EntryType.STACK, name);
    }

    private EntrySearchTest with(IndexEntry.Builder entry, String... found) {
        entries.add(entry.build());
        texts.add(new SearchTexts(Set.of(found), Set.of()));
        return this;
    }

    private EntrySearch search() {
        return new EntrySearch(
                entries,
                texts,
                entries.stream()
                        .map(entry -> entry.tags().contains("Deprecated"))
                        .toList());
    }

    private Ranking rank(String text) {
        return search().rank(text);
    }

    private List<String> names(String text) {
        return rank(text).positions().stream()
                .map(position -> entries.get(position).name())
                .toList();
    }

    private EntrySearchTest languages() {
        return with(stack("go").displayName("Go Runtime"))
                .with(stack("python-django").displayName("Django"))
                .with(stack("java-maven").displayName("Maven Java").description("Builds with Maven"))
                .with(stack("java-springboot").displayName("Spring Boot").tags(List.of("Java", "Spring")))
                .with(
                        stack("nodejs")
                                .displayName("Node.js Runtime")
                                .tags(List.of("Node.js", "JavaScript"))
                                .language("JavaScript"),
                        "nodejs-18",
                        "port 3000",
                        "install")
                .with(stack("dotnet80")
                        .displayName(".NET 8.0")
                        .tags(List.of(".NET", "C#"))
                        .language("C#"))
                .with(stack("quarkus").displayName("Quarkus"), "openjdk-17");
    }

    @ParameterizedTest
    @CsvSource({
        "go, go",
        "golang, go",
        "GO, go",
        "node js, nodejs",
        "nodejs, nodejs",
        "node.js, nodejs",
        "js, nodejs",
        "node 18, nodejs",
        "openjdk 17, quarkus",
        "port 3000, nodejs",
        "c#, dotnet80",
        "csharp, dotnet80",
        ".net, dotnet80",
        "dotnet, dotnet80",
        "spring boot, java-springboot",
        "springboot, java-springboot",
        "spring-boot, java-springboot",
        "djang, python-django"
    })
    void findsWhatPeopleMean(String text, String best) {
        languages();

        assertThat(names(text)).first().isEqualTo(best);
        assertThat(rank(text).understood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ui", "1", "21", "32 18 99", "xyzzy", "node 21", "'***'", "'::'"})
    void findsNothingInPartsOfWordsAndNumbers(String text) {
        languages();

        assertThat(names(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "javascirpt, nodejs, javascript",
        "quarks, quarkus, quarkus",
        "djnago, python-django, django",
        "spring boott, java-springboot, spring boot",
        "local quarkus, quarkus, quarkus"
    })
    void correctsWordsThatAreNowhereAndSaysSo(String text, String best, String understood) {
        languages();

        assertThat(names(text)).first().isEqualTo(best);
        assertThat(rank(text).understood()).isEqualTo(understood);
    }

    @Test
    void namesCountMoreThanTagsAndTagsMoreThanDescriptions() {
        with(stack("a").description("about redis"))
                .with(stack("b").tags(List.of("Redis")))
                .with(stack("c").displayName("Redis cache"))
                .with(stack("redis"));

        assertThat(names("redis")).containsExactly("redis", "c", "b", "a");
    }

    @Test
    void stacksComeBeforeSamplesAndDeprecatedEntriesLast() {
        with(IndexEntry.builder(EntryType.SAMPLE, "go-a"))
                .with(stack("go-b").tags(List.of("Deprecated")))
                .with(stack("go-c"));

        assertThat(names("go")).containsExactly("go-c", "go-a", "go-b");
    }

    @Test
    void allVersionsOfAnEntryAreSearched() {
        with(stack("a")
                .versions(List.of(
                        IndexVersion.builder("2.0.0")
                                .description("new")
                                .isDefault(true)
                                .build(),
                        IndexVersion.builder("1.0.0")
                                .description("legacy")
                                .tags(List.of("Ancient"))
                                .build())));

        assertThat(names("legacy ancient")).containsExactly("a");
    }

    @Test
    void noTextFindsAllInTheirOrder() {
        languages();

        assertThat(rank(" ").positions()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        entries.clear();
        texts.clear();
        assertThat(names("go")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:*", "name:(go", "go~2^9", "\"go", "go\u0000\u0007", "go AND NOT go", "[go TO", "\\"})
    void textHasNoSyntax(String text) {
        assertThat(languages().rank(text)).isNotNull();
    }

    @Test
    void aVeryLongWordOfOneEntryDoesNotCostTheOthers() {
        String longWord = "x".repeat(100_000);
        languages().with(stack("long").displayName(longWord + "." + longWord).description(longWord), longWord);

        assertThat(names("go")).containsExactly("go");
        assertThat(names("x".repeat(200))).containsExactly("long");
    }

    @Test
    void manyWordsAreNotSlow() {
        languages();

        assertThat(names("node ".repeat(2000))).containsExactly("nodejs");
    }

    @Property(tries = 300)
    void anyTextIsSearched(@ForAll String text) {
        assertThat(languages().rank(text).positions()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "node, name",
        "javascript, displayName",
        "spring boot, name",
        "vs code, tags",
        "nodejs-18, name",
        "18, devfile",
        "builds, description",
        "golang, name",
        "llm, description"
    })
    void saysInWhichFieldTheWordsAre(String text, String field) {
        languages()
                .with(stack("editor").tags(List.of("vscode")))
                .with(stack("chat").description("A large language model"));
        EntrySearch search = search();
        assertThat(search.whereFound(text, search.rank(text).positions().get(0)))
                .isEqualTo(field);
    }

    @Test
    void wordsOfTheReadmeCountLeast() {
        with(stack("zebra"));
        texts.set(0, new SearchTexts(Set.of(), Set.of("# Zebra\n\nMoves striped data")));
        with(stack("horse").description("Also knows striped"));
        assertThat(names("striped")).containsExactly("horse", "zebra");
    }
}
