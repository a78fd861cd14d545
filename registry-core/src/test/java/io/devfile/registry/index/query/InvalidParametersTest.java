package io.devfile.registry.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arch             | x86         | amd64, arm64, ppc64le, s390x
            arch             | amd64,s390x | repeat the parameter
            arch             | AMD64       | amd64
            commandGroups    | compile     | build, run, test, debug, deploy
            deploymentScopes | sideloop    | innerloop, outerloop
            icon             | svg         | base64
            default          | perhaps     | true nor false
            deprecated       | True        | true nor false
            minVersion       | abc         | x.y or x.y.z
            minVersion       | 1           | x.y or x.y.z
            minVersion       | 1.2.3.4     | x.y or x.y.z
            minVersion       | ١.٢         | x.y or x.y.z
            maxVersion       | 1.1.0-beta  | x.y or x.y.z
            minSchemaVersion | v2.2        | x.y or x.y.z
            maxSchemaVersion | 2.2.0+1     | x.y or x.y.z
            minLastModified  | 2024-13-01  | YYYY-MM-DD
            minLastModified  | 2024-02-31  | calendar
            minLastModified  | 2023-02-29  | calendar
            maxLastModified  | 2024-1-1    | YYYY-MM-DD
            maxLastModified  | 2024-01-01T00:00:00Z | YYYY-MM-DD
            maxLastModified  | +2024-01-01 | YYYY-MM-DD
            """)
    void saysWhatIsWrongAndWhatIsRight(String parameter, String value, String right) {
        assertRefused(parameter, value).contains(parameter, "'" + value + "'", right);
    }

    @ParameterizedTest
    @EnumSource(SearchField.class)
    void noTextIsEmpty(SearchField field) {
        assertRefused(field.parameter, "").contains(field.parameter, "empty");
        assertRefused(field.parameter, " \t").contains(field.parameter);
        assertRefused(field.parameter, "\u00a0").contains(field.parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "icon",
                "default",
                "deprecated",
                "minVersion",
                "maxVersion",
                "minSchemaVersion",
                "maxSchemaVersion",
                "minLastModified",
                "maxLastModified"
            })
    void noOtherValueIsEmpty(String parameter) {
        assertRefused(parameter, "").contains(parameter, "empty");
    }

    @Test
    void oneOfSeveralValuesIsEnough() {
        assertRefused("arch", "amd64", "x86").contains("'x86'");
        assertRefused("minVersion", "1.0", "one").contains("'one'");
    }

    @Test
    void foreignTextIsShortenedAndMadeVisible() {
        assertRefused("minVersion", "x".repeat(101)).contains("'" + "x".repeat(100) + "…'");
        assertRefused("minVersion", "a\r\nb\u001b\u202e\ud800").contains("'a??b???'");
    }

    @Test
    void latestTakesSchemaVersionsOnly() throws Exception {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> LatestQuery.parse(Map.of("minSchemaVersion", List.of("two"))))
                .satisfies(refusal -> assertThat(refusal.parameter()).isEqualTo("minSchemaVersion"));
        assertThat(LatestQuery.parse(Map.of("minVersion", List.of("two")))).isNotNull();
    }

    private static AbstractStringAssert<?> assertRefused(String parameter, String... values) {
        return assertThat(refusal(Map.of(parameter, Arrays.asList(values))).getMessage());
    }

    private static InvalidParameterException refusal(Map<String, List<String>> parameters) {
        try {
            IndexQuery.parse(IndexFormat.V2, TypeFilter.ALL, parameters);
        } catch (InvalidParameterException refusal) {
            return refusal;
        }
        throw new AssertionError("accepted: " + parameters);
    }
}
