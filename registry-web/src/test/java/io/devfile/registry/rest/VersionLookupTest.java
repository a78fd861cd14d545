package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.state.StateBuilder;
import io.devfile.registry.state.StateJson;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionLookupTest {

    private static final GitOrigin GIT = GitOrigin.of(Map.of("origin", "https://git.example/sample"), "");

    private static final CatalogEntry GO = new CatalogEntry(
            IndexEntry.builder(EntryType.STACK, "go")
                    .versions(List.of(
                            version("10.0.0", "2.3.0").build(),
                            version("9.0.0", "2.2.0").isDefault(true).build(),
                            version("1.0.0", "2.1.0").git(GIT).build()))
                    .build(),
            "go",
            "source",
            "r1",
            Map.of("10.0.0", content("10"), "9.0.0", content("9")));

    private static final CatalogEntry KEPT_SAMPLE = new CatalogEntry(
            IndexEntry.builder(EntryType.SAMPLE, "kept")
                    .lastModified(OffsetDateTime.parse("0001-01-01T00:00:00Z"))
                    .build(),
            "",
            "source",
            "r1",
            Map.of("", content("kept")));

    private static final CatalogEntry SAMPLE = new CatalogEntry(
            IndexEntry.builder(EntryType.SAMPLE, "sample").git(GIT).build(), "", "source", "r1", Map.of());

    private final VersionLookup lookup = new VersionLookup(new StateBuilder(new StateJson())
            .build(
                    List.of(new SourceCatalog("source", "r1", List.of(GO, KEPT_SAMPLE, SAMPLE), List.of())),
                    Instant.EPOCH));

    private static IndexVersion.Builder version(String number, String schemaVersion) {
        return IndexVersion.builder(number)
                .schemaVersion(schemaVersion)
                .lastModified(OffsetDateTime.parse("2025-06-03T03:02:03+02:00"));
    }

    private static VersionContent content(String devfile) {
        byte[] bytes = devfile.getBytes(StandardCharsets.UTF_8);
        StoredFile file = new StoredFile(Digest.of(bytes), bytes.length);
        return new VersionContent(
                "devfile.yaml", new TreeMap<>(Map.of("devfile.yaml", file)), new TreeMap<>(), List.of());
    }

    private static MultivaluedMap<String, String> parameters(String... namesAndValues) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    @ParameterizedTest
    @CsvSource({"default, 9", "latest, 10", "10.0.0, 10", "9.0.0, 9"})
    void findsAVersion(String version, String devfile) {
        assertThat(lookup.find("go", version).files()).isEqualTo(content(devfile));
    }

    @Test
    void findsTheLatestWithinTheSchemaVersions() {
        assertThat(lookup.find("go", "latest", parameters("maxSchemaVersion", "2.2"))
                        .files())
                .isEqualTo(content("9"));
        assertThatThrownBy(() -> lookup.find("go", "latest", parameters("minSchemaVersion", "3.0")))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        error -> assertThat(error.status()).isEqualTo(404))
                .hasMessageContaining("the schema versions of its versions are 2.3.0, 2.2.0, 2.1.0");
        assertThatThrownBy(() -> lookup.find("go", "latest", parameters("minSchemaVersion", "new")))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        error -> assertThat(error.status()).isEqualTo(400));
    }

    @Test
    void saysWhenAVersionWasChangedWhereThatIsKnown() {
        assertThat(lookup.find("go", "default").lastModified()).isEqualTo(Instant.parse("2025-06-03T01:02:03Z"));
        assertThat(lookup.find("kept", "default").lastModified()).isNull();
    }

    @Test
    void findsTheOneDevfileOfAnEntryWithoutVersions() {
        assertThat(lookup.find("kept", "default").files()).isEqualTo(content("kept"));
        assertThat(lookup.find("kept", "latest").files()).isEqualTo(content("kept"));
        assertThatThrownBy(() -> lookup.find("kept", "1.0.0")).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> lookup.find("kept", "")).isInstanceOf(RegistryException.class);
    }

    @Test
    void namesTheVersionsWhereOneIsNotKnown() {
        assertThatThrownBy(() -> lookup.find("go", "2\n"))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        error -> assertThat(error.status()).isEqualTo(404))
                .hasMessage("go has no version '2?'; its versions are 10.0.0, 9.0.0, 1.0.0");
    }

    @Test
    void doesNotKnowOtherEntries() {
        assertThatThrownBy(() -> lookup.find("Go", "default"))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        error -> assertThat(error.status()).isEqualTo(404))
                .hasMessageContaining("'Go'");
    }

    @Test
    void saysWhereADevfileIsThatTheSourceDoesNotCarry() {
        assertThatThrownBy(() -> lookup.find("sample", "default"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("it comes from https://git.example/sample");
        assertThatThrownBy(() -> lookup.find("go", "1.0.0"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("go 1.0.0")
                .hasMessageContaining("it comes from https://git.example/sample");
    }

    @Test
    void tellsVersionsFromOtherWords() {
        assertThat(lookup.isVersion(GO, "latest")).isTrue();
        assertThat(lookup.isVersion(GO, "default")).isTrue();
        assertThat(lookup.isVersion(GO, "1.0.0")).isTrue();
        assertThat(lookup.isVersion(GO, "docs")).isFalse();
    }
}
