package io.devfile.registry.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionQueryTest {

    private static SuggestionQuery parse(Map<String, List<String>> parameters) throws InvalidParameterException {
        return SuggestionQuery.parse(parameters);
    }

    @Test
    void theLimitIsBoundedAndHasADefault() throws InvalidParameterException {
        assertThat(parse(Map.of("q", List.of(" no ")))).isEqualTo(new SuggestionQuery("no", 10));
        assertThat(parse(Map.of("q", List.of("no"), "limit", List.of("5000"))).limit())
                .isEqualTo(SuggestionQuery.MAX_LIMIT);
    }

    @Test
    void textIsNeeded() {
        assertThatThrownBy(() -> parse(Map.of())).hasMessageContaining("q is missing");
        assertThatThrownBy(() -> parse(Map.of("q", List.of(" ")))).hasMessageContaining("q is empty");
    }
}
