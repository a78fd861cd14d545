package io.devfile.registry.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPageTest {

    private static final SortedSet<String> ALL = new TreeSet<>(List.of("a", "b", "b.1", "c"));

    @Test
    void hasAllWhereNoNumberIsGiven() throws DistributionError {
        ListPage page = ListPage.of(ALL, "", "");

        assertThat(page.items()).containsExactly("a", "b", "b.1", "c");
        assertThat(page.link("/v2/_catalog", "")).isEmpty();
    }

    @Test
    void leadsToTheNextOne() throws DistributionError {
        ListPage page = ListPage.of(ALL, "2", "");

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.link("/v2/x/tags/list", "2")).contains("</v2/x/tags/list?n=2&last=b>; rel=\"next\"");
    }

    @Test
    void escapesWhatTheNextOneBeginsAfter() throws DistributionError {
        ListPage page = ListPage.of(new TreeSet<>(List.of("a/b", "c")), "1", "");

        assertThat(page.link("/v2/_catalog", "1")).contains("</v2/_catalog?n=1&last=a%2Fb>; rel=\"next\"");
    }

    @Test
    void endsWithoutALinkWhereItIsFullAndTheLast() throws DistributionError {
        assertThat(ListPage.of(ALL, "4", "").next()).isNull();
        assertThat(ListPage.of(ALL, "2", "b").next()).isNull();
    }

    @Test
    void isEmptyForZero() throws DistributionError {
        assertThat(ListPage.of(ALL, "0", "")).isEqualTo(new ListPage(List.of(), null));
    }

    @Test
    void beginsAfterANameThatIsNotInTheList() throws DistributionError {
        assertThat(ListPage.of(ALL, "", "b.0").items()).containsExactly("b.1", "c");
        assertThat(ListPage.of(ALL, "", "z").items()).isEmpty();
    }

    @Test
    void takesNumbersLargerThanAnyList() throws DistributionError {
        assertThat(ListPage.of(ALL, "2147483648", "").items()).hasSize(4);
        assertThat(ListPage.of(ALL, "99999999999999999999", "").items()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", " 1", "+1", "٣"})
    void refusesWhatIsNoNumber(String n) {
        assertThatThrownBy(() -> ListPage.of(ALL, n, ""))
                .isInstanceOfSatisfying(
                        DistributionError.class,
                        error -> assertThat(error.status()).isEqualTo(400));
    }

    @Property
    void givesTheWholeListOnceWhenFollowed(
            @ForAll Set<@AlphaChars @StringLength(min = 1, max = 2) String> names,
            @ForAll @IntRange(min = 1, max = 9) int n)
            throws DistributionError {
        SortedSet<String> all = new TreeSet<>(names);
        List<String> seen = new ArrayList<>();
        String last = "";
        do {
            ListPage page = ListPage.of(all, String.valueOf(n), last);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(n);
            seen.addAll(page.items());
            last = page.next();
        } while (last != null);

        assertThat(seen).containsExactlyElementsOf(all);
    }
}
