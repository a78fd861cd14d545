package io.devfile.registry.viewer.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.model.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {

    private static final String INLINE = "data:image/svg+xml;base64,PHN2Zy8+";
    private static final StoredFile FILE = new StoredFile(Digest.of(new byte[1]), 1);

    private final Icons icons = new Icons(new InlineIcons());

    private static CatalogEntry entry(String icon, String versionIcon, String... files) {
        IndexVersion version =
                IndexVersion.builder("1.0.0").isDefault(true).icon(versionIcon).build();
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go")
                .displayName("Go Runtime")
                .icon(icon)
                .versions(List.of(version))
                .build();
        Map<String, StoredFile> all = new TreeMap<>(Map.of("devfile.yaml", FILE));
        List.of(files).forEach(file -> all.put(file, FILE));
        VersionContent content = new VersionContent("devfile.yaml", new TreeMap<>(all), new TreeMap<>(), List.of());
        return new CatalogEntry(entry, "go", "mine", "1", Map.of("1.0.0", content));
    }

    @Test
    void anIconInTheIndexIsShown() {
        assertThat(icons.of(entry(INLINE, "")).address()).isEqualTo(INLINE);
        assertThat(icons.of(entry("https://example.com/a.svg", INLINE)).address())
                .isEqualTo(INLINE);
    }

    @Test
    void aLogoAmongTheFilesIsShown() {
        assertThat(icons.of(entry("https://example.com/a.svg", "", "logo.svg", "logo.png"))
                        .address())
                .isEqualTo("/devfiles/go/1.0.0/logo.svg");
    }

    @Test
    void theIconOfAVersionGoesFirstOnItsPage() {
        CatalogEntry entry = entry("data:image/png;base64,AAAA", INLINE);
        assertThat(icons.of(entry, entry.entry().versions().get(0)).address()).isEqualTo(INLINE);
    }

    @Test
    void elsewhereTheLettersOfTheNameStand() {
        Icon icon = icons.of(entry("https://example.com/a.svg", ""));
        assertThat(icon.address()).isEmpty();
        assertThat(icon.letters()).isEqualTo("GR");
        assertThat(icon.tone()).isBetween(0, 5);
    }

    @ParameterizedTest
    @CsvSource({"Go, G", "Node.js Runtime, NJ", "'.NET 8.0', N8", "'', ?", "'<script>', S", "مرحبا بالعالم, مب", "🦊, ?"
    })
    void monogramsHaveOneOrTwoLetters(String name, String letters) {
        assertThat(Icon.of("", name).letters()).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.com/a.svg",
                "javascript:alert(1)",
                "data:text/html,<script>",
                "data:image/svg+xmlx;base64,AAAA",
                "data:image/png;base64,AA\"AA\n",
            })
    void onlyImagesStandInPages(String address) {
        assertThat(Optional.of(address).flatMap(new InlineIcons()::local)).isEmpty();
    }

    @Test
    void anIconThatWouldMakePagesHeavyIsNotRepeatedInThem() {
        assertThat(new InlineIcons().local("data:image/png;base64," + "A".repeat(9000)))
                .isEmpty();
    }
}
