package io.devfile.registry.icon;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.IconData;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for icons that are part of the content. */
class LocalIconsTest {

    @TempDir
    private Path directory;

    private ContentStore store;
    private IconCache cache;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(directory.resolve("content"));
        cache = IconCache.offline(directory.resolve("icons.json"), store);
    }

    private Icons read(CatalogEntry... entries) {
        return cache.read(new Catalog(List.of(entries), List.of()));
    }

    private StoredFile file(String content) {
        return store.add(ExampleIcons.bytes(content));
    }

    @Test
    void areTakenOutOfTheirAddresses() throws IOException {
        String address = DataUri.of("image/svg+xml", ExampleIcons.bytes(ExampleIcons.SVG));
        Catalog catalog = ExampleIcons.naming(address);

        IconFile icon = cache.read(catalog).local(address).orElseThrow();

        assertThat(icon.mediaType()).isEqualTo("image/svg+xml");
        assertThat(store.read(icon.file())).isEqualTo(ExampleIcons.bytes(ExampleIcons.SVG));
        store.retainOnly(Set.of());
        assertThat(cache.read(catalog).local(address)).contains(icon);
        assertThat(store.verify(icon.file())).isTrue();
    }

    @Test
    void areLeftOutWhereTheDiskTakesNoneAndTakenLater() throws IOException {
        String address = DataUri.of("image/svg+xml", ExampleIcons.bytes(ExampleIcons.SVG));
        Catalog catalog = ExampleIcons.naming(address);
        Path content = directory.resolve("content");
        Files.delete(content);

        assertThat(cache.read(catalog)).isEqualTo(Icons.NONE);

        Files.createDirectory(content);
        assertThat(cache.read(catalog).local(address)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:image/png;base64,!!!|malformed",
                "data:text/html,<svg/>|malformed",
                "data:image/png,hello|not a PNG",
                "javascript:alert(1)|neither an address",
                "ftp://example.com/x.svg|neither an address",
                "//example.com/x.svg|neither an address",
                "missing.svg|neither an address",
                "../secret.svg|neither an address",
                "/etc/passwd|neither an address",
                "devfile.yaml|not a PNG",
                "large.svg|larger than"
            })
    void areMissedWhereTheyAreNone(String address, String why) {
        Map<String, StoredFile> files = Map.of(
                "devfile.yaml", file("schemaVersion: 2.2.0"),
                "large.svg", file(ExampleIcons.svg("x".repeat(IconReader.SIZE_LIMIT))));

        Icons icons = read(ExampleIcons.stack(address, files, address, address));

        assertThat(icons.files()).isEmpty();
        assertThat(icons.findings())
                .singleElement()
                .asString()
                .startsWith("WARNING ours: stacks/go: The icon " + address + " of go cannot be used. ")
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {IconReader.SIZE_LIMIT, 4 * IconReader.SIZE_LIMIT})
    void areTooLargeInTheirAddresses(int size) {
        Icons icons = cache.read(ExampleIcons.naming(
                DataUri.of("image/svg+xml", ExampleIcons.bytes(ExampleIcons.svg("x".repeat(size))))));

        assertThat(icons.files()).isEmpty();
        assertThat(icons.findings())
                .singleElement()
                .asString()
                .contains("larger than 524288 bytes")
                .hasSizeLessThan(500);
    }

    @Test
    void areFilesBesideTheDevfileEachOfItsOwnVersion() {
        StoredFile one = file(ExampleIcons.svg("one"));
        CatalogEntry stack = ExampleIcons.stack("logo.svg", Map.of("logo.svg", one), "logo.svg", "./logo.svg");

        Icons icons = read(stack);

        IndexEntry entry = stack.entry();
        IconFile icon = new IconFile(one, ImageType.SVG);
        assertThat(icons.local(entry)).contains(icon);
        assertThat(icons.local(entry, entry.versions().get(0))).contains(icon);
        assertThat(icons.local(entry, entry.versions().get(1))).contains(icon);
        assertThat(icons.local("logo.svg")).as("which of them").isEmpty();
        assertThat(icons.findings()).isEmpty();
    }

    @Test
    void areFilesOfAVersionWhereStackYamlSaysWhich() {
        StoredFile file = file(ExampleIcons.SVG);
        CatalogEntry stack = ExampleIcons.stack("2.0.0/images/logo.svg", Map.of("images/logo.svg", file), "", "");

        assertThat(read(stack).local(stack.entry())).contains(new IconFile(file, ImageType.SVG));
    }

    @Test
    void becomeDataInAnswers() {
        StoredFile file = file(ExampleIcons.SVG);
        CatalogEntry stack = ExampleIcons.stack("logo.svg", Map.of("logo.svg", file), "https://elsewhere.test/x.svg");
        IconData data = cache.data(read(stack), List.of(stack.entry()));

        assertThat(data.dataUri(IconPlace.of(stack.entry())))
                .contains(DataUri.of("image/svg+xml", ExampleIcons.bytes(ExampleIcons.SVG)));
        assertThat(data.dataUri(IconPlace.of("https://elsewhere.test/x.svg"))).isEmpty();
    }

    @Test
    void keepTheirAddressInAnswersWhereTheirContentIsGone() throws IOException {
        CatalogEntry stack = ExampleIcons.stack("logo.svg", Map.of("logo.svg", file(ExampleIcons.SVG)), "");
        IconData data = cache.data(read(stack), List.of(stack.entry()));
        store.retainOnly(Set.of());

        assertThat(data.dataUri(IconPlace.of(stack.entry()))).isEmpty();
    }

    @Test
    void becomeDataAsLongAsThereIsRoom() {
        int size = IconReader.SIZE_LIMIT - 1000;
        StoredFile large = file(ExampleIcons.svg("x".repeat(size)));
        StoredFile small = file(ExampleIcons.SVG);
        String[] many = new String[(int) (InlineIcons.ROOM / size) + 1];
        Arrays.fill(many, "large.svg");
        many[many.length - 1] = "small.svg";
        CatalogEntry stack = ExampleIcons.stack("large.svg", Map.of("large.svg", large, "small.svg", small), many);
        IndexEntry entry = stack.entry();
        IconData data = cache.data(read(stack), List.of(entry));

        assertThat(data.dataUri(IconPlace.of(entry))).isPresent();
        Optional<String> last =
                data.dataUri(IconPlace.of(entry, entry.versions().get(many.length - 1)));
        assertThat(data.dataUri(IconPlace.of(entry, entry.versions().get(many.length - 2))))
                .isEmpty();
        assertThat(last).as("a small one still fits").isPresent();
    }
}
