package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

class ResourceArchivePropertyTest {

    private static Path directory = Path.of("");
    private static ContentStore store;

    @BeforeContainer
    static void open() throws IOException {
        directory = Files.createTempDirectory("archives");
        store = ContentStore.open(directory);
    }

    @AfterContainer
    static void remove() throws IOException {
        store.retainOnly(Set.of());
        Files.delete(directory);
    }

    @Property(tries = 100)
    void whatIsPackedComesOutAgainAndAlwaysTheSame(@ForAll("trees") Map<String, byte[]> tree) throws IOException {
        Map<String, StoredFile> files = new HashMap<>();
        for (var file : tree.entrySet()) {
            files.put(file.getKey(), store.add(file.getValue()));
        }

        StoredFile archive = new ResourceArchive(files, Set.of()).store(store);
        assertThat(new ResourceArchive(new TreeMap<>(files).descendingMap(), Set.of()).store(store))
                .isEqualTo(archive);
        Unpacked unpacked = Unpacked.of(store.read(archive));
        assertThat(unpacked.names()).isSorted().doesNotHaveDuplicates();
        assertThat(unpacked.entries().stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(TarArchiveEntry::getName))
                .containsExactlyInAnyOrderElementsOf(tree.keySet());
        tree.forEach((path, content) ->
                assertThat(unpacked.contents().get(path)).as(path).isEqualTo(content));
    }

    @Provide
    static Arbitrary<Map<String, byte[]>> trees() {
        Arbitrary<String> directory = Arbitraries.of("d", "déjà", "x".repeat(90), "a b", "-r", "日本");
        Arbitrary<String> name = Arbitraries.strings()
                .withChars("ab.-_ é日~'\"")
                .ofMinLength(1)
                .ofMaxLength(120)
                .map(text -> text + ".f");
        Arbitrary<String> path = directory
                .list()
                .ofMaxSize(4)
                .flatMap(directories ->
                        name.map(file -> String.join("/", directories) + (directories.isEmpty() ? "" : "/") + file));
        Arbitrary<byte[]> content = Arbitraries.bytes().array(byte[].class).ofMaxSize(2000);
        return Arbitraries.maps(path, content).ofMinSize(1).ofMaxSize(12);
    }
}
