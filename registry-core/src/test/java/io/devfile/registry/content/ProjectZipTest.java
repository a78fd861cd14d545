package io.devfile.registry.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectZipTest {

    private ContentStore store;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        store = ContentStore.open(directory);
    }

    private ProjectZip zip(Iterable<String> names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes());
            }
        }
        return new ProjectZip(store, store.add(bytes.toByteArray()));
    }

    private List<String> names(StoredFile zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(store.read(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName() + "=" + new String(in.readAllBytes()));
            }
        }
        return names;
    }

    @Test
    void aDirectoryCountsFromTheTop() throws IOException {
        assertThat(names(zip(List.of("a/b/c", "a/d", "b/e")).only("b"))).containsExactly("e=b/e");
        assertThat(names(zip(List.of("a/b/c", "a/d")).only("./a/"))).containsExactly("b/c=a/b/c", "d=a/d");
    }

    @Test
    void elseItCountsFromTheOnlyDirectoryThere() throws IOException {
        assertThat(names(zip(List.of("a-1.0/b/c", "a-1.0/d")).only("b"))).containsExactly("c=a-1.0/b/c");
    }

    @Test
    void aDirectoryThatIsNotThereIsMissing() throws IOException {
        ProjectZip several = zip(List.of("a/b/c", "d/e"));
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> several.only("b"))
                .withMessageContaining("'b'");
    }

    @Test
    void aZipThatListsVeryManyFilesIsNotReadIntoTheMemory() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            names.add(
                    "a-directory-with-a-name-that-is-made-to-be-long/and-another-one-that-is-as-long/and-one-more-of-them/file"
                            + i);
        }
        ProjectZip many = zip(names);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(many::checked)
                .withMessageContaining("too many entries");
    }

    @Test
    void whatIsNoZipIsNone() {
        ProjectZip page = new ProjectZip(store, store.add("<html>".getBytes()));
        assertThatExceptionOfType(IOException.class).isThrownBy(page::checked).withMessageContaining("not a zip");
    }
}
