package io.devfile.registry.index.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexQueryTest {

    @Test
    void spellingAndOrderMakeNoOtherQuery() throws Exception {
        IndexQuery query = parse(Map.of("tags", List.of("Java", " red  HAT "), "minVersion", List.of("1.0", "1.2")));

        assertThat(query)
                .isEqualTo(parse(Map.of("minVersion", List.of("01.2.0"), "tags", List.of("red hat", "java", "java"))))
                .hasSameHashCodeAs(
                        parse(Map.of("minVersion", List.of("1.2"), "tags", List.of("red hat", "java"), "x", List.of())))
                .isNotEqualTo(parse(Map.of("tags", List.of("java"), "minVersion", List.of("1.2"))))
                .isNotEqualTo(parse(Map.of("tags", List.of("java", "red hat"), "maxVersion", List.of("1.2"))));
    }

    @Test
    void formatTypeAndIconsMakeAnother() throws Exception {
        IndexQuery all = IndexQuery.all(IndexFormat.V2, TypeFilter.ALL);

        assertThat(all)
                .isEqualTo(parse(Map.of()))
                .isNotEqualTo(IndexQuery.all(IndexFormat.V1, TypeFilter.ALL))
                .isNotEqualTo(IndexQuery.all(IndexFormat.V2, TypeFilter.STACK))
                .isNotEqualTo(parse(Map.of("icon", List.of("base64"))));
        assertThat(parse(Map.of("icon", List.of("base64"))).inlineIcons()).isTrue();
    }

    @Test
    void aLongQueryWeighsMore() throws Exception {
        assertThat(parse(Map.of("name", List.of("x".repeat(8000)))).weight()).isGreaterThan(16_000);
    }

    @Test
    void theLatestVersionIsTheHighestOfThoseInRange() throws Exception {
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "some")
                .versions(List.of(
                        version("latest", "2.1.0"),
                        version("1.9.0", "2.1.0"),
                        version("1.10.0", "2.2.0"),
                        version("2.0.0-alpha", "2.3.0")))
                .build();

        assertThat(latest(entry, Map.of())).isEqualTo("2.0.0-alpha");
        assertThat(latest(entry, Map.of("maxSchemaVersion", List.of("2.2")))).isEqualTo("1.10.0");
        assertThat(latest(entry, Map.of("minSchemaVersion", List.of("2.1"), "maxSchemaVersion", List.of("2.1.0"))))
                .isEqualTo("1.9.0");
        assertThat(latest(entry, Map.of("minSchemaVersion", List.of("3.0")))).isEqualTo("none");
    }

    private static IndexVersion version(String version, String schemaVersion) {
        return IndexVersion.builder(version).schemaVersion(schemaVersion).build();
    }

    private static String latest(IndexEntry entry, Map<String, List<String>> parameters) throws Exception {
        return LatestQuery.parse(parameters)
                .select(entry)
                .map(IndexVersion::version)
                .orElse("none");
    }

    private static IndexQuery parse(Map<String, List<String>> parameters) throws InvalidParameterException {
        return IndexQuery.parse(IndexFormat.V2, TypeFilter.ALL, parameters);
    }
}
