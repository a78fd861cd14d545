package io.devfile.registry.viewer.catalogue;

import static io.devfile.registry.viewer.catalogue.Entries.catalogue;
import static io.devfile.registry.viewer.catalogue.Entries.query;
import static io.devfile.registry.viewer.catalogue.Entries.sample;
import static io.devfile.registry.viewer.catalogue.Entries.stack;
import static io.devfile.registry.viewer.catalogue.Entries.versions;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.IndexEntry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CataloguePageTest {

    private static Catalogue many(int count) {
        return catalogue(IntStream.range(0, count)
                .mapToObj(i -> stack("stack-%03d".formatted(i)).tags(List.of("t" + i)))
                .toArray(IndexEntry.Builder[]::new));
    }

    @Test
    void aPageHasTwentyFourEntries() {
        Catalogue catalogue = many(50);
        CataloguePage last = CataloguePage.of(catalogue, query(catalogue, "page", "3"));
        assertThat(CataloguePage.of(catalogue, CatalogueQuery.ALL).cards()).hasSize(24);
        assertThat(last.cards()).hasSize(2);
        assertThat(last.countText()).isEqualTo("50 entries, page 3 of 3");
        assertThat(last.pager().next()).isEmpty();
        assertThat(last.pager().previous()).isEqualTo("/viewer?page=2");
    }

    @Test
    void aPageBeyondTheEndIsTheLast() {
        Catalogue catalogue = many(50);
        assertThat(CataloguePage.within(catalogue, query(catalogue, "page", "4"))
                        .page())
                .isEqualTo(3);
        assertThat(CataloguePage.within(catalogue, query(catalogue, "page", "9", "search", "nothing"))
                        .page())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 2 … 10", "2, 1 2 3 … 10", "4, 1 2 3 4 5 … 10", "5, 1 … 4 5 6 … 10", "10, 1 … 9 10"})
    void thePagerNamesTheFirstTheLastAndThoseNearBy(int page, String links) {
        Pager pager = Pager.of(CatalogueQuery.ALL.onPage(page), 10);
        assertThat(String.join(" ", pager.links().stream().map(Pager.Link::text).toList()))
                .isEqualTo(links);
        assertThat(pager.links()).filteredOn(Pager.Link::current).hasSize(1);
    }

    @Test
    void onePageNeedsNoPager() {
        assertThat(Pager.of(CatalogueQuery.ALL, 1).links()).isEmpty();
    }

    @Test
    void filtersAreChipsThatLeadToTheSameWithoutThem() {
        Catalogue catalogue = many(3);
        CataloguePage page = CataloguePage.of(catalogue, query(catalogue, "search", "stack", "tags", "t1"));
        assertThat(page.chips())
                .containsExactly(
                        new Chip("Search", "stack", "/viewer?tags=t1"), new Chip("Tag", "t1", "/viewer?search=stack"));
        assertThat(page.countText()).isEqualTo("1 of 3 matches");
    }

    @Test
    void whereNothingIsFoundEachFilterCanBeDropped() {
        Catalogue catalogue = many(3);
        CataloguePage page = CataloguePage.of(catalogue, query(catalogue, "search", "xyzzy", "tags", "t1"));
        assertThat(page.nothingFound()).isTrue();
        assertThat(page.suggestions()).containsExactly(new Suggestion("Search", "xyzzy", "/viewer?tags=t1", 1));
    }

    @Test
    void aRegistryWithoutEntriesIsNotOneWhereNothingIsFound() {
        CataloguePage page = CataloguePage.of(catalogue(new IndexEntry.Builder[0]), CatalogueQuery.ALL);
        assertThat(page.blank()).isTrue();
        assertThat(page.nothingFound()).isFalse();
    }

    @Test
    void manyValuesAreFoldedButNeverOneThatIsChosen() {
        Catalogue catalogue = many(300);
        CataloguePage page = CataloguePage.of(catalogue, query(catalogue, "tags", "t250"));
        FacetView tags = page.facets().stream()
                .filter(facet -> facet.parameter().equals("tags"))
                .findFirst()
                .orElseThrow();
        assertThat(tags.shown())
                .hasSize(7)
                .filteredOn(FacetView.Option::selected)
                .hasSize(1);
        assertThat(tags.more()).hasSize(100);
        assertThat(tags.left()).isEqualTo(193);
    }

    @Test
    void aCardSaysWhatMatters() {
        Catalogue catalogue = catalogue(stack("go")
                .displayName("Go")
                .provider("Acme")
                .description("d".repeat(20_000))
                .tags(List.of("a", "b", "Deprecated", "c", "d", "e", "f"))
                .versions(versions("2.2.0", "2.1.0", "2.0.0"))
                .lastModified(OffsetDateTime.parse("2026-01-02T23:30:00-05:00")));
        Card card = CataloguePage.of(catalogue, CatalogueQuery.ALL).cards().get(0);
        assertThat(card.address()).isEqualTo("/viewer/devfiles/ours/go");
        assertThat(card.version()).isEqualTo("3.0.0");
        assertThat(card.otherVersions()).isEqualTo("and 2 other versions");
        assertThat(card.updated().text()).isEqualTo("3 Jan 2026");
        assertThat(card.updated().iso()).isEqualTo("2026-01-03T04:30:00Z");
        assertThat(card.architectures()).isEmpty();
        assertThat(card.tags()).containsExactly("a", "b", "c", "d");
        assertThat(card.moreTags()).isEqualTo(2);
        assertThat(card.deprecated()).isTrue();
        assertThat(card.description()).hasSizeLessThan(300);
    }

    @Test
    void searchEnginesKeepThePagesWithoutFilters() {
        Catalogue catalogue = many(30);
        assertThat(CataloguePage.of(catalogue, query(catalogue, "page", "2"))
                        .head()
                        .indexed())
                .isTrue();
        assertThat(CataloguePage.of(catalogue, query(catalogue, "tags", "t1"))
                        .head()
                        .indexed())
                .isFalse();
    }

    @Test
    void stacksComeBeforeSamplesAndWhatChangedLatelyFirst() {
        Catalogue catalogue = catalogue(
                sample("fresh-sample").lastModified(OffsetDateTime.parse("2026-05-01T00:00:00Z")),
                stack("a-stack").lastModified(OffsetDateTime.parse("2025-01-01T00:00:00Z")),
                stack("new-stack").lastModified(OffsetDateTime.parse("2026-01-01T00:00:00Z")),
                stack("old").tags(List.of("Deprecated")).lastModified(OffsetDateTime.parse("2026-06-01T00:00:00Z")));
        assertThat(CataloguePage.of(catalogue, CatalogueQuery.ALL).cards())
                .extracting(Card::name)
                .containsExactly("new-stack", "a-stack", "fresh-sample", "old");
    }

    @Test
    void facetsWithASingleValueAreHiddenAndAllAreThereIfNothingIsFound() {
        Catalogue catalogue =
                catalogue(stack("go").language("Go"), stack("java").language("Java"));
        assertThat(CataloguePage.of(catalogue, CatalogueQuery.ALL).facets())
                .extracting(FacetView::label)
                .containsExactly("Language");
        CataloguePage nothing = CataloguePage.of(catalogue, query(catalogue, "search", "xyzzy"));
        assertThat(nothing.facets())
                .singleElement()
                .satisfies(facet -> assertThat(facet.shown()).hasSize(2).noneMatch(FacetView.Option::enabled));
    }

    @Test
    void theTitleNamesTheSearchAndTheFilters() {
        Catalogue catalogue = catalogue(stack("go").language("Go").provider("Acme"));
        CatalogueQuery query = query(catalogue, "search", "go", "languages", "Go", "providers", "Acme");
        CataloguePage page = CataloguePage.of(catalogue, query);
        assertThat(page.title()).isEqualTo("Results for “go”, Go, Provider Acme");
        assertThat(page.head().title()).isEqualTo("“go”, Go, Provider Acme");
        assertThat(CataloguePage.of(catalogue, CatalogueQuery.ALL).title()).isEqualTo("Results");
    }

    @Test
    void aCorrectedSearchCanBeRepeatedAsItWasTyped() {
        Catalogue catalogue = catalogue(stack("javascript"));
        CataloguePage page = CataloguePage.of(catalogue, query(catalogue, "search", "javascirpt"));
        assertThat(page.understood()).isEqualTo("javascript");
        assertThat(page.asTyped()).isEqualTo("/viewer?search=javascirpt&asTyped=true");
        CatalogueQuery again = query(catalogue, "search", "javascirpt", "asTyped", "true");
        assertThat(CataloguePage.of(catalogue, again).nothingFound()).isTrue();
    }
}
