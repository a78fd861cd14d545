package io.devfile.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.TypeFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexAnswersTest {

    private final Index index = new Index(ExampleEntries.ALL);
    private final IndexAnswers answers = new IndexAnswers(index, IconData.NONE);

    @Test
    void eachFormatAndTypeHasItsAnswer() {
        for (IndexFormat format : IndexFormat.values()) {
            for (TypeFilter type : TypeFilter.values()) {
                IndexQuery query = IndexQuery.all(format, type);
                assertThat(json(answers.answer(query)).contains("\"type\":\"stack\""))
                        .isEqualTo(type != TypeFilter.SAMPLE);
                assertThat(json(answers.answer(query)).contains("\"versions\":"))
                        .isEqualTo(format == IndexFormat.V2);
            }
        }
    }

    @Test
    void onlyMatchingVersionsAreInTheAnswer() throws Exception {
        assertThat(json(answers.answer(Queries.query(IndexFormat.V2, "language=rust&default=true"))))
                .contains("\"versions\":[{\"version\":\"2.9.0\"")
                .doesNotContain("2.10.0", "1.0\"");
    }

    @Test
    void nothingFoundIsAnEmptyArray() throws Exception {
        assertThat(json(answers.answer(Queries.query(IndexFormat.V1, "name=nothing"))))
                .isEqualTo("[]");
        assertThat(json(new IndexAnswers(new Index(List.of()), IconData.NONE)
                        .answer(IndexQuery.all(IndexFormat.V2, TypeFilter.ALL))))
                .isEqualTo("[]");
    }

    @Test
    void iconsBecomeDataWhereItCanBeHad() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        IconData icons = place -> {
            asked.incrementAndGet();
            return place.address().endsWith("rust.svg")
                    ? Optional.of("data:image/svg+xml;base64,AAAA")
                    : Optional.empty();
        };
        List<IndexEntry> entries = List.of(
                ExampleEntries.RUST_WEB,
                IndexEntry.builder(EntryType.STACK, "inline")
                        .icon("Data:image/png;base64,BBBB")
                        .build());
        IndexAnswers withIcons = new IndexAnswers(new Index(entries), icons);
        IndexQuery query = Queries.query(IndexFormat.V2, "icon=base64&name=r");

        assertThat(json(withIcons.answer(query)))
                .contains("\"icon\":\"data:image/svg+xml;base64,AAAA\"")
                .contains("\"icon\":\"https://icons.example/nightly.svg\"");
        assertThat(json(withIcons.answer(Queries.query(IndexFormat.V2, "icon=base64"))))
                .contains("\"icon\":\"Data:image/png;base64,BBBB\"");
        assertThat(asked).hasValue(2);
        assertThat(json(withIcons.answer(Queries.query(IndexFormat.V2, "name=r"))))
                .contains("\"icon\":\"https://icons.example/rust.svg\"");
        assertThat(json(withIcons.answer(Queries.query(IndexFormat.V1, "icon=base64&iconUri=rust.svg"))))
                .contains("AAAA");
    }

    @Test
    void manyMayAskAtOnce() {
        List<String> found = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return json(answers.answer(Queries.query(IndexFormat.V2, "language=" + "rgz".charAt(i % 3))));
                    } catch (Exception failure) {
                        throw new AssertionError(failure);
                    }
                })
                .distinct()
                .toList();

        assertThat(found).hasSize(3);
    }

    private static String json(IndexAnswers.Answer answer) {
        return new String(answer.json(), StandardCharsets.UTF_8);
    }
}
