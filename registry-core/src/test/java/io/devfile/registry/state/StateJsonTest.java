package io.devfile.registry.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.model.Digest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateJsonTest {

    private static final Instant NOW = Instant.parse("2025-01-02T03:04:05.678Z");

    private final StateJson json = new StateJson();

    private static StoredFile file(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new StoredFile(Digest.of(bytes), bytes.length);
    }

    private static SourceCatalog catalog(IndexEntry entry, Map<String, VersionContent> contents) {
        return new SourceCatalog(
                "source", "r1", List.of(new CatalogEntry(entry, "go", "source", "r1", contents)), List.of());
    }

    private static SourceCatalog withAttributes(Map<String, ?> attributes) {
        return catalog(
                IndexEntry.builder(EntryType.STACK, "go").attributes(attributes).build(), Map.of());
    }

    @Test
    void givesBackAllThatAnEntryHas() {
        GitOrigin git =
                new GitOrigin(new TreeMap<>(Map.of("origin", "https://g")), "https://u", "origin", "sub", "main");
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go")
                .displayName("Go")
                .description("d")
                .tags(List.of("a", "b"))
                .architectures(List.of("amd64"))
                .icon("https://i")
                .globalMemoryLimit("1Gi")
                .projectType("p")
                .language("l")
                .provider("us")
                .supportUrl("https://s")
                .git(git)
                .lastModified(OffsetDateTime.parse("2025-01-01T00:00:00+02:00"))
                .versions(List.of(IndexVersion.builder("1.0.0")
                        .schemaVersion("2.2.0")
                        .isDefault(true)
                        .links(Map.of("self", "devfile-catalog/go:1.0.0"))
                        .commandGroups(Map.of("build", true, "run", false))
                        .deploymentScopes(Map.of("innerloop", true))
                        .resources(List.of("devfile.yaml"))
                        .starterProjects(List.of("starter"))
                        .lastModified(OffsetDateTime.parse("0001-01-01T00:00:00Z"))
                        .build()))
                .build();
        VersionContent content = new VersionContent(
                "devfile.yaml",
                new TreeMap<>(Map.of("devfile.yaml", file("a"), "dir/b", file("b"))),
                new TreeMap<>(Map.of("devfile.yaml", file("a"))),
                List.of(
                        new StarterProject("starter", "", "sub", git, file("zip")),
                        new StarterProject("other", "https://z", "", null, null)));
        SourceCatalog catalog = new SourceCatalog(
                "source",
                "r1",
                List.of(new CatalogEntry(entry, "go", "source", "r1", file("stack"), Map.of("1.0.0", content))),
                List.of(new Finding(
                        Severity.WARNING,
                        Rule.SCHEMA,
                        new Place("source", "stacks/go", "/a", new Position(3, 0)),
                        "odd")));

        assertThat(json.read(json.write(new StateJson.Kept(List.of(catalog), Map.of(), NOW))))
                .isEqualTo(new StateJson.Kept(List.of(catalog), Map.of(), NOW));
    }

    @Test
    void keepsNullsInAttributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("none", null);
        attributes.put("nested", Map.of("list", Arrays.asList(1, null, Map.of())));
        Map<String, Object> inner = new HashMap<>();
        inner.put("none", null);
        attributes.put("deep", inner);

        IndexEntry entry = restored(withAttributes(attributes));

        assertThat(entry.attributes()).containsEntry("none", null).containsOnlyKeys("none", "nested", "deep");
        assertThat(entry.attributes().get("deep")).isEqualTo(inner);
    }

    @Test
    void keepsTheValuesOfNumbers() {
        List<Number> numbers = List.of(
                1,
                -7L,
                Long.MAX_VALUE,
                0.1,
                1e300,
                1.0,
                1e10,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.10"));

        Object list = restored(withAttributes(Map.of("numbers", numbers)))
                .attributes()
                .get("numbers");

        assertThat((List<?>) list)
                .map(number -> new BigDecimal(String.valueOf(number)).stripTrailingZeros())
                .isEqualTo(numbers.stream()
                        .map(number -> new BigDecimal(number.toString()).stripTrailingZeros())
                        .toList());
    }

    @Test
    void findsTheSameDigestAfterReading() {
        SourceCatalog catalog = withAttributes(Map.of("a", 1e10, "b", 1.0, "c", 5, "d", 1e-9, "e", 1e300));

        List<SourceCatalog> read = json.read(json.write(new StateJson.Kept(List.of(catalog), Map.of(), NOW)))
                .sources();

        assertThat(read).isEqualTo(List.of(catalog));
        assertThat(json.digest(read)).isEqualTo(json.digest(List.of(catalog)));
    }

    @Property(tries = 200)
    void givesBackWhatItWasGiven(@ForAll("catalogs") SourceCatalog catalog) {
        StateJson.Kept kept = json.read(json.write(new StateJson.Kept(List.of(catalog), Map.of(), NOW)));

        assertThat(kept).isEqualTo(new StateJson.Kept(List.of(catalog), Map.of(), NOW));
        assertThat(json.digest(kept.sources())).isEqualTo(json.digest(List.of(catalog)));
    }

    @Test
    void refusesAValueThatWasChangedOrIsMissing() {
        IndexEntry entry =
                IndexEntry.builder(EntryType.STACK, "go").displayName("Go").build();
        String written = new String(
                json.write(new StateJson.Kept(List.of(catalog(entry, Map.of())), Map.of(), NOW)),
                StandardCharsets.UTF_8);

        for (String damaged : List.of(
                written.replace("\"displayName\":\"Go\"", "\"displayName\":\"Gp\""),
                written.replace("\"displayName\":\"Go\",", ""),
                written.replace("\"revision\":\"r1\"", "\"revision\":null"))) {
            assertThat(damaged).isNotEqualTo(written);
            assertThatIllegalArgumentException().isThrownBy(() -> json.read(damaged.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void findsAnotherDigestForOtherContent() {
        assertThat(json.digest(List.of(withAttributes(Map.of("a", 1)))))
                .isNotEqualTo(json.digest(List.of(withAttributes(Map.of("a", 2)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "\u0000\u0000",
                "{\"format\":9,\"builtAt\":\"2025-01-02T03:04:05Z\",\"sources\":[]}",
                "{\"format\":2,\"builtAt\":\"yesterday\",\"sources\":[]}",
                "{\"format\":2,\"builtAt\":\"2025-01-02T03:04:05Z\",\"sources\":[null]}",
                "{\"format\":2,\"builtAt\":\"2025-01-02T03:04:05Z\",\"sources\":[{\"entries\":[{}]}]}",
                "{\"format\":2,\"builtAt\":\"2025-01-02T03:04:05Z\",\"sources\":{\"a\":1}}"
            })
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private IndexEntry restored(SourceCatalog catalog) {
        return json.read(json.write(new StateJson.Kept(List.of(catalog), Map.of(), NOW)))
                .sources()
                .get(0)
                .entries()
                .get(0)
                .entry();
    }

    @Provide
    Arbitrary<SourceCatalog> catalogs() {
        Arbitrary<String> text = Arbitraries.strings()
                .ofMaxLength(8)
                .filter(one -> StandardCharsets.UTF_8.newEncoder().canEncode(one));
        Arbitrary<String> name = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<Map<String, Object>> attributes = Arbitraries.maps(
                        text, Arbitraries.oneOf(text.map(Object.class::cast), Arbitraries.of(true, false)))
                .ofMaxSize(3);
        Arbitrary<IndexVersion> version = Combinators.combine(
                        name, text, text.list().ofMaxSize(3))
                .as((number, description, tags) -> IndexVersion.builder(number)
                        .description(description)
                        .tags(tags)
                        .build());
        return Combinators.combine(
                        name,
                        text,
                        attributes,
                        version.list().ofMaxSize(3),
                        text.set().ofMaxSize(3))
                .as((called, description, free, versions, paths) -> {
                    TreeMap<String, StoredFile> files = new TreeMap<>();
                    paths.forEach(path -> files.put(path, file(path)));
                    Map<String, VersionContent> contents = new TreeMap<>();
                    versions.forEach(one ->
                            contents.put(one.version(), new VersionContent("devfile.yaml", files, files, List.of())));
                    return catalog(
                            IndexEntry.builder(EntryType.SAMPLE, called)
                                    .description(description)
                                    .attributes(free)
                                    .versions(versions)
                                    .build(),
                            contents);
                });
    }
}
