package io.devfile.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.RandomQueries.AnyParameters;
import io.devfile.registry.index.RandomQueries.RightParameter;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.TypeFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QueryPropertiesTest {

    private final Index index = new Index(ExampleEntries.ALL);
    private final IndexAnswers answers = new IndexAnswers(index, IconData.NONE);

    @Property
    void whatIsFoundFollowsTheIndex(
            @ForAll(supplier = RightParameter.class) String one, @ForAll(supplier = RightParameter.class) String other)
            throws Exception {
        List<IndexEntry> found = index.search(Queries.query(IndexFormat.V2, one + "&" + other));

        assertSubsequence(names(index.entries()), names(found));
        for (IndexEntry entry : found) {
            List<IndexVersion> all = original(entry).versions();
            assertSubsequence(all, entry.versions());
            assertThat(entry.versions().isEmpty()).isEqualTo(all.isEmpty());
        }
    }

    @Property
    void twoFiltersKeepJustWhatEachOfThemKeeps(
            @ForAll(supplier = RightParameter.class) String one, @ForAll(supplier = RightParameter.class) String other)
            throws Exception {
        if (name(one).equals(name(other))) {
            return; // several values of one parameter are one filter
        }
        List<String> both = pieces(one + "&" + other);

        List<String> intersection = new ArrayList<>(pieces(one));
        intersection.retainAll(pieces(other));
        assertThat(both).isEqualTo(intersection);
    }

    @Property
    void anyParametersGiveAnAnswerOrARefusal(
            @ForAll IndexFormat format,
            @ForAll TypeFilter type,
            @ForAll(supplier = AnyParameters.class) Map<String, List<String>> parameters) {
        try {
            byte[] json =
                    answers.answer(IndexQuery.parse(format, type, parameters)).json();
            assertThat(json).startsWith('[').endsWith(']');
        } catch (InvalidParameterException refusal) {
            assertThat(parameters).containsKey(refusal.parameter());
            assertThat(refusal).hasMessageContaining(refusal.parameter());
            assertThat(refusal.getMessage()).hasSizeLessThan(400).matches("\\P{Cntrl}*");
        }
    }

    /** For elements that are all different. */
    private static <T> void assertSubsequence(List<T> all, List<T> some) {
        List<T> inOrder = new ArrayList<>(all);
        inOrder.retainAll(some);
        assertThat(some).isEqualTo(inOrder);
    }

    private static String name(String parameter) {
        return parameter.substring(0, parameter.indexOf('='));
    }

    /** The result: each version of an entry, or the entry itself if it has none. */
    private List<String> pieces(String query) throws Exception {
        List<String> pieces = new ArrayList<>();
        for (IndexEntry entry : index.search(Queries.query(IndexFormat.V2, query))) {
            String name = entry.name() + " " + entry.type();
            if (entry.versions().isEmpty()) {
                pieces.add(name);
            }
            entry.versions().forEach(version -> pieces.add(name + " " + version.version()));
        }
        return pieces;
    }

    private IndexEntry original(IndexEntry found) {
        return index.entries().stream()
                .filter(entry -> entry.name().equals(found.name()) && entry.type() == found.type())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<IndexEntry> entries) {
        return entries.stream().map(entry -> entry.name() + entry.type()).toList();
    }
}
