package io.devfile.registry.viewer.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.icon.IconCache;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIconsTest {

    private static final String INLINE = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E";
    private static final String OTHER = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E";

    @TempDir
    Path directory;

    private ContentStore store;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(directory.resolve("content"));
    }

    private CatalogEntry entry(String icon, String versionIcon, String... files) {
        IndexVersion version =
                IndexVersion.builder("1.0.0").isDefault(true).icon(versionIcon).build();
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go")
                .displayName("Go Runtime")
                .icon(icon)
                .versions(List.of(version))
                .build();
        StoredFile file = store.add(new byte[] {1});
        TreeMap<String, StoredFile> all = new TreeMap<>(Map.of("devfile.yaml", file));
        List.of(files).forEach(name -> all.put(name, file));
        VersionContent content = new VersionContent("devfile.yaml", all, new TreeMap<>(), List.of());
        return new CatalogEntry(entry, "go", "mine", "1", Map.of("1.0.0", content));
    }

    private EntryIcons icons(CatalogEntry entry) {
        try (IconCache cache = IconCache.offline(directory.resolve("icons.json"), store)) {
            return new EntryIcons(cache.read(new Catalog(List.of(entry), List.of())));
        }
    }

    private Icon icon(CatalogEntry entry) {
        return icons(entry).of(entry);
    }

    @Test
    void anIconThatThisServerHasIsShownUnderItsDigest() {
        assertThat(icon(entry(INLINE, "")).address()).matches("/icons/[0-9a-f]{64}");
        assertThat(icon(entry("https://example.com/a.svg", INLINE)).address())
                .isEqualTo(icon(entry(INLINE, "")).address());
    }

    @Test
    void aLogoAmongTheFilesIsShownWhereThereIsNoOther() {
        assertThat(icon(entry("https://example.com/a.svg", "", "logo.svg", "logo.png"))
                        .address())
                .isEqualTo("/devfiles/go/1.0.0/logo.svg");
    }

    @Test
    void theIconOfAVersionGoesFirstOnItsPage() {
        CatalogEntry entry = entry(INLINE, OTHER);
        IndexVersion version = entry.entry().versions().get(0);
        assertThat(icons(entry).of(entry, version).address())
                .isEqualTo(icon(entry("", OTHER)).address())
                .isNotEqualTo(icon(entry).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://example.com/a.svg", "javascript:alert(1)", "data:text/html,<script>", "//a/b"})
    void elsewhereTheLettersOfTheNameStand(String address) {
        Icon icon = icon(entry(address, ""));
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
}
