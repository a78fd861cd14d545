package io.devfile.registry.viewer.catalogue;

import static io.devfile.registry.viewer.catalogue.Entries.catalogue;
import static io.devfile.registry.viewer.catalogue.Entries.names;
import static io.devfile.registry.viewer.catalogue.Entries.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @Test
    void anExactNameGoesBeforeAPrefixAWordAndASubstring() {
        Catalogue catalogue = catalogue(
                stack("category"), stack("my-go"), stack("go"), stack("cargo"), stack("go-tools"), stack("other"));
        assertThat(names(catalogue, "search", "go")).containsExactly("go", "go-tools", "my-go", "cargo", "category");
    }

    @Test
    void theNameGoesBeforeTagsAndTagsBeforeTheDescription() {
        Catalogue catalogue = catalogue(
                stack("a").description("for redis users"),
                stack("b").tags(List.of("Redis")),
                stack("c").displayName("My Redis"));
        assertThat(names(catalogue, "search", "REDIS")).containsExactly("c", "b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-name", "My Display", "describes", "tagged", "Cobol", "Acme", "Batch"})
    void everyFieldIsSearched(String text) {
        Catalogue catalogue = catalogue(
                stack("my-name")
                        .displayName("My display name")
                        .description("It describes itself")
                        .tags(List.of("other", "Tagged"))
                        .language("COBOL")
                        .provider("ACME")
                        .projectType("batch"),
                stack("else"));
        assertThat(names(catalogue, "search", text)).containsExactly("my-name");
    }

    @Test
    void allWordsMustBeThereWhereverTheyStand() {
        Catalogue catalogue = catalogue(
                stack("spring").language("Java").description("with Maven"),
                stack("quarkus").language("Java"),
                stack("rust"));
        assertThat(names(catalogue, "search", "maven java")).containsExactly("spring");
    }

    @Test
    void wordsThatStandTogetherAreWorthMore() {
        Catalogue catalogue = catalogue(
                stack("one").displayName("Java with Maven").language("Java"),
                stack("two").displayName("Java Maven"));
        assertThat(names(catalogue, "search", "java maven")).containsExactly("two", "one");
    }

    @Test
    void namesAreFoundWithAndWithoutHyphens() {
        Catalogue catalogue = catalogue(stack("java-maven"), stack("java"));
        assertThat(names(catalogue, "search", "java maven")).containsExactly("java-maven");
        assertThat(names(catalogue, "search", "JAVA_MAVEN")).containsExactly("java-maven");
    }

    @Test
    void whatIsDeprecatedComesLastInEveryOrder() {
        Catalogue catalogue = catalogue(
                stack("go").tags(List.of("Deprecated")),
                stack("go-new"),
                stack("a-go").tags(List.of("Deprecated")));
        for (String sort : List.of("relevance", "name", "updated")) {
            assertThat(names(catalogue, "search", "go", "sort", sort).get(0))
                    .as(sort)
                    .isEqualTo("go-new");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#{1+1}", "<script>alert(1)</script>", "\u0000\u001b", "%00", "' OR 1=1 --", "(((((", "\\E[a"})
    void hostileTextIsTextLikeAnyOther(String text) {
        assertThat(names(catalogue(stack("go")), "search", text)).isEmpty();
    }

    @Test
    void textOfTenThousandCharactersIsCut() {
        Catalogue catalogue = catalogue(stack("go"));
        CatalogueQuery query = Entries.query(catalogue, "search", "go ".repeat(4000));
        assertThat(query.search()).hasSizeLessThanOrEqualTo(200);
        assertThat(catalogue.count(query)).isEqualTo(1);
    }

    @Property
    void whateverIsSearchedForTheAnswerIsSomeOfTheEntries(@ForAll String text) {
        Catalogue catalogue = catalogue(stack("go").description(text), stack("java"));
        assertThat(names(catalogue, "search", text)).isSubsetOf("go", "java");
    }
}
