package io.devfile.registry.viewer.catalogue;

import static io.devfile.registry.viewer.catalogue.Entries.catalogue;
import static io.devfile.registry.viewer.catalogue.Entries.query;
import static io.devfile.registry.viewer.catalogue.Entries.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueQueryTest {

    private final Catalogue catalogue = catalogue(stack("go"));

    @Test
    void equalQueriesHaveOneAddress() {
        assertThat(query(catalogue, "tags", "b", "search", " x  y ", "page", "1", "tags", "a", "sort", "relevance")
                        .address())
                .isEqualTo("/viewer?search=x%20y&tags=a&tags=b")
                .isEqualTo(query(catalogue, "search", "x y", "tags", "a", "tags", "b", "unknown", "z")
                        .address());
        assertThat(CatalogueQuery.ALL.address()).isEqualTo("/viewer");
    }

    @Test
    void changingAFilterLeadsToTheFirstPage() {
        CatalogueQuery third = query(catalogue, "tags", "a", "page", "3");
        assertThat(third.page()).isEqualTo(3);
        assertThat(third.with(Facet.TYPES, "Stack").page()).isEqualTo(1);
        assertThat(third.without(Facet.TAGS, "a").address()).isEqualTo("/viewer");
        assertThat(third.onPage(4).address()).isEqualTo("/viewer?tags=a&page=4");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "x, 1", "2x, 1", "'', 1", "99999999999999999999, 1", "7, 7", "9999999, 1000000"})
    void pagesThatMakeNoSenseAreTheFirst(String text, int page) {
        assertThat(query(catalogue, "page", text).page()).isEqualTo(page);
    }

    @Test
    void thereIsNoEndOfValuesThatOneCanAskFor() {
        Map<String, String[]> parameters = new TreeMap<>();
        parameters.put("tags", IntStream.range(0, 5000).mapToObj(i -> "t" + i).toArray(String[]::new));
        assertThat(catalogue.query(parameters).values(Facet.TAGS)).hasSize(QueryParser.MAX_VALUES);
    }

    @Test
    void resultsAreSortedByRelevanceUnlessAnotherOrderIsWanted() {
        assertThat(query(catalogue, "search", "go").order()).isEqualTo(Sort.RELEVANCE);
        assertThat(query(catalogue).order()).isEqualTo(Sort.RELEVANCE);
        assertThat(query(catalogue, "sort", "name").order()).isEqualTo(Sort.NAME);
        assertThat(query(catalogue, "sort", "UPDATED").order()).isEqualTo(Sort.UPDATED);
        assertThat(query(catalogue, "search", "go", "sort", "nonsense").order()).isEqualTo(Sort.RELEVANCE);
    }

    @Property
    void anAddressIsReadAsTheQueryThatItWasMadeOf(@ForAll String search, @ForAll String tag, @ForAll String provider) {
        CatalogueQuery query =
                query(catalogue, "search", search, "tags", tag, "providers", provider, "page", "2", "sort", "updated");
        assertThat(catalogue.query(parameters(query.address()))).isEqualTo(query);
        assertThat(query.address()).matches("[!-~]*").doesNotContain("<", ">", "\"", "'", "#", "{");
    }

    private static Map<String, String[]> parameters(String address) {
        Map<String, String[]> parameters = new TreeMap<>();
        for (String pair : URI.create(address).getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals),
                    new String[] {URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)});
        }
        return parameters;
    }
}
