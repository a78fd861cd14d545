package io.devfile.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeZipTest {

    @TempDir
    private Path directory;

    private Path tree;
    private ContentStore store;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(directory.resolve("store"));
        tree = Files.createDirectories(directory.resolve("tree"));
    }

    private Path write(String file, String content) throws IOException {
        Files.createDirectories(tree.resolve(file).getParent());
        return Files.writeString(tree.resolve(file), content);
    }

    private StoredFile pack() throws IOException {
        return TreeZip.pack(tree, store, 1 << 20);
    }

    @Test
    void aTreeIsTheSameOnceItIsUnpacked() throws IOException {
        write("a/b/ä.txt", "text");
        assertThat(write("run.sh", "#!/bin/sh").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(tree.resolve("empty"));
        Files.createSymbolicLink(tree.resolve("a/link"), Path.of("../run.sh"));
        Path unpacked = Files.createDirectories(directory.resolve("unpacked"));

        TreeZip.unpack(pack(), store, unpacked);

        assertThat(unpacked.resolve("a/b/ä.txt")).hasContent("text");
        assertThat(unpacked.resolve("a/b/ä.txt").toFile().canExecute()).isFalse();
        assertThat(unpacked.resolve("run.sh").toFile().canExecute()).isTrue();
        assertThat(unpacked.resolve("empty")).isEmptyDirectory();
        assertThat(Files.readSymbolicLink(unpacked.resolve("a/link"))).isEqualTo(Path.of("../run.sh"));
    }

    @Test
    void theSameTreeGivesTheSameBytes() throws IOException {
        write("b.txt", "b");
        write("a/c.txt", "c");
        StoredFile first = pack();
        Files.setLastModifiedTime(tree.resolve("b.txt"), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));

        assertThat(pack()).isEqualTo(first);
    }

    @Test
    void aTreeThatIsTooLargeIsNotPacked() throws IOException {
        byte[] noise = new byte[2 << 20];
        new Random(1).nextBytes(noise);
        Files.write(tree.resolve("noise"), noise);

        assertThatExceptionOfType(TooLargeException.class).isThrownBy(this::pack);
    }

    @Test
    void nothingIsUnpackedOutsideOfTheDirectory() throws IOException {
        Files.createSymbolicLink(tree.resolve("link"), Path.of("../../secret"));
        StoredFile zip = pack();
        Path unpacked = Files.createDirectories(directory.resolve("unpacked"));

        assertThatExceptionOfType(UnsafeTreeException.class)
                .isThrownBy(() -> TreeZip.unpack(zip, store, unpacked))
                .withMessageContaining("points outside the tree");
    }
}
