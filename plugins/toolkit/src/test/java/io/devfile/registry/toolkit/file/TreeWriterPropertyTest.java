package io.devfile.registry.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** For any entries: nothing is written outside of the root, and nothing outside can be read. */
class TreeWriterPropertyTest {

    private static final String SECRET = "not for you";

    @Property(tries = 400)
    void nothingLeadsOut(@ForAll("entries") List<Entry> entries) throws IOException {
        Path scratch = Files.createTempDirectory("tree").toRealPath();
        try {
            Files.writeString(scratch.resolve("a"), SECRET);
            Path root = Files.createDirectory(scratch.resolve("root"));
            write(entries, root);
            assertThat(children(scratch)).containsExactlyInAnyOrder(scratch.resolve("a"), root);
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.toList()) {
                    assertStaysWithin(root, path);
                }
            }
        } finally {
            delete(scratch);
        }
    }

    private static void assertStaysWithin(Path root, Path path) throws IOException {
        try {
            assertThat(path.toRealPath().startsWith(root)).as("%s", path).isTrue();
        } catch (FileSystemException e) {
            assertThat(Files.isSymbolicLink(path)).as("a link to nowhere").isTrue();
        }
    }

    private static void write(List<Entry> entries, Path root) throws IOException {
        TreeWriter writer = new TreeWriter(root, TreeLimits.DEFAULT);
        for (Entry entry : entries) {
            try {
                switch (entry.kind()) {
                    case 0 -> writer.directory(entry.name());
                    case 1 -> writer.file(entry.name(), false, new ByteArrayInputStream(new byte[3]));
                    default -> writer.link(entry.name(), entry.target());
                }
            } catch (UnsafeTreeException e) {
                assertThat(e.remedy()).isNotBlank();
            }
        }
        try {
            writer.finish("");
        } catch (UnsafeTreeException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    record Entry(int kind, String name, String target) {}

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<Integer> kinds = Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(2, 1), Tuple.of(4, 2));
        return Combinators.combine(kinds, names("a", "b", "c", "d"), names("a", "b", "c", "..", "..", "."))
                .as(Entry::new)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<String> names(String... parts) {
        return Arbitraries.of(parts).list().ofMinSize(1).ofMaxSize(4).map(list -> String.join("/", list));
    }
}
