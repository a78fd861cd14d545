package io.devfile.registry.oci.distribution.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Challenges are parsed according to the grammar, one or several per header. */
class ChallengeParserTest {

    @Test
    void aRegistrysChallengeIsRead() {
        assertThat(
                        parse(
                                "Bearer realm=\"https://auth.example/token\",service=\"reg\",scope=\"repository:a/b:pull,push\""))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm",
                                "https://auth.example/token",
                                "service",
                                "reg",
                                "scope",
                                "repository:a/b:pull,push")));
    }

    @Test
    void severalChallengesAreReadInOrder() {
        assertThat(parse("Basic realm=\"a, b\" , charset=UTF-8, Negotiate, bearer Realm = x", "Digest"))
                .containsExactly(
                        new Challenge("basic", Map.of("realm", "a, b", "charset", "UTF-8")),
                        new Challenge("negotiate", Map.of()),
                        new Challenge("bearer", Map.of("realm", "x")),
                        new Challenge("digest", Map.of()));
    }

    @Test
    void quotedTextMayHaveQuotesInIt() {
        assertThat(parse("Basic realm=\"a \\\"b\\\" \\\\\""))
                .containsExactly(new Challenge("basic", Map.of("realm", "a \"b\" \\")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=",
                "\"",
                "Basic realm",
                "Basic realm=",
                "Basic realm=\"",
                "Basic =x",
                "Ü",
                "Basic realm=\"\\"
            })
    void whatIsMalformedIsNoFailure(String header) {
        assertThatCode(() -> parse(header)).doesNotThrowAnyException();
    }

    @Test
    void aLongHeaderTakesNoLongTime() {
        assertThat(parse("Basic " + "a=b,".repeat(200_000))).hasSize(1);
        assertThat(parse("a ".repeat(200_000))).hasSize(200_000);
    }

    private static List<Challenge> parse(String... headers) {
        return ChallengeParser.parse(List.of(headers));
    }
}
