package io.devfile.registry.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueryParameterTest {

    private static QueryParameter named(IndexFormat format, String name) {
        return QueryParameter.of(format).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesWhatTheDocumentationNames() {
        List<String> both = List.of(
                "name displayName projectType language provider supportUrl description iconUri gitUrl gitRemoteName gitSubDir gitRevision tags resources starterProjects arch attributeNames linkNames links gitRemoteNames gitRemotes deprecated icon search limit offset"
                        .split(" "));
        List<String> onlyV2 = List.of(
                "commandGroups deploymentScopes minVersion maxVersion minSchemaVersion maxSchemaVersion minLastModified maxLastModified default"
                        .split(" "));

        assertThat(QueryParameter.of(IndexFormat.V1))
                .extracting(QueryParameter::name)
                .containsExactlyInAnyOrderElementsOf(both);
        assertThat(QueryParameter.of(IndexFormat.V2))
                .extracting(QueryParameter::name)
                .containsAll(both)
                .containsAll(onlyV2)
                .hasSize(both.size() + onlyV2.size());
    }

    @ParameterizedTest
    @EnumSource(IndexFormat.class)
    void namesOnlyWhatIsRead(IndexFormat format) {
        for (QueryParameter one : QueryParameter.of(format)) {
            assertThatThrownBy(() -> IndexQuery.parse(format, TypeFilter.ALL, Map.of(one.name(), List.of(" "))))
                    .as(one.name())
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(IndexFormat.class)
    void offersOnlyValuesThatAreTaken(IndexFormat format) {
        for (QueryParameter one : QueryParameter.of(format)) {
            for (String choice : one.choices()) {
                assertThatCode(() -> IndexQuery.parse(format, TypeFilter.ALL, Map.of(one.name(), List.of(choice))))
                        .as(one.name())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void saysWhatValuesLookLike() {
        assertThat(named(IndexFormat.V2, "arch").choices()).containsExactly("amd64", "arm64", "ppc64le", "s390x");
        assertThat(named(IndexFormat.V2, "default").choices()).containsExactly("true", "false");
        assertThat(named(IndexFormat.V2, "icon").choices()).containsExactly("base64");
        assertThat("1.2").matches(named(IndexFormat.V2, "minVersion").pattern());
        assertThat("2025-01-31")
                .matches(named(IndexFormat.V2, "maxLastModified").pattern());
        assertThat(named(IndexFormat.V1, "tags").repeatable()).isTrue();
        assertThat(named(IndexFormat.V1, "deprecated").repeatable()).isFalse();
    }

    @Test
    void knowsTheParametersOfTheLatestVersion() {
        assertThat(QueryParameter.ofLatest())
                .extracting(QueryParameter::name)
                .containsExactly("minSchemaVersion", "maxSchemaVersion");
    }
}
