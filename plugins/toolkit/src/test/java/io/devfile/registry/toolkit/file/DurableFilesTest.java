package io.devfile.registry.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    @TempDir
    private Path directory;

    @Test
    void aFileIsMadeAndReplaced() throws IOException {
        Path file = directory.resolve("file");

        DurableFiles.write(file, new byte[] {1});
        DurableFiles.write(file, new byte[] {2, 3});

        assertThat(file).hasBinaryContent(new byte[] {2, 3});
        assertThat(names()).containsExactly("file");
    }

    @Test
    void theTargetStaysWhereTheWriterFails() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");

        assertThatIOException()
                .isThrownBy(() -> DurableFiles.write(file, stream -> {
                    stream.write('n');
                    throw new IOException("no space");
                }))
                .withMessage("no space");
        assertThatIllegalStateException()
                .isThrownBy(() -> DurableFiles.write(file, stream -> {
                    throw new IllegalStateException();
                }));

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aReaderSeesTheOldContentWhileTheNewIsWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");

        DurableFiles.write(file, stream -> {
            stream.write("new".getBytes());
            assertThat(file).hasContent("old");
        });

        assertThat(file).hasContent("new");
    }

    @Test
    void anInterruptedWriteLeavesTheTarget() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "old");

        Thread.currentThread().interrupt();
        try {
            assertThatIOException()
                    .isThrownBy(() -> DurableFiles.write(file, new byte[] {1}))
                    .isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aMissingDirectoryIsAFailure() {
        assertThatIOException().isThrownBy(() -> DurableFiles.write(directory.resolve("none/file"), new byte[0]));
    }

    @Test
    void ofSeveralWritersOneWinsWhole() throws Exception {
        Path file = directory.resolve("file");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String content = String.valueOf(i % 10).repeat(5000);
            writers.add(threads.submit(() -> {
                DurableFiles.write(file, content.getBytes());
                return content;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        String content = Files.readString(file);
        assertThat(content).isEqualTo(content.substring(0, 1).repeat(5000));
        assertThat(names()).containsExactly("file");
    }

    @Test
    void directoriesAreMadeWithThoseAbove() throws IOException {
        Path deep = directory.resolve("a/b/../c/d");

        DurableFiles.createDirectories(deep);
        DurableFiles.createDirectories(deep);

        assertThat(directory.resolve("a/c/d")).isDirectory();
    }

    @Test
    void aFileInTheWayOfADirectoryIsAFailure() throws IOException {
        Files.writeString(directory.resolve("a"), "");

        assertThatIOException().isThrownBy(() -> DurableFiles.createDirectories(directory.resolve("a/b")));
    }

    @Test
    void onlyTemporaryFilesAreSwept() throws IOException {
        Files.writeString(directory.resolve(DurableFiles.TEMPORARY_PREFIX + "1"), "half");
        Files.writeString(directory.resolve(".lock"), "");
        Files.writeString(directory.resolve("file"), "");

        DurableFiles.sweep(directory);

        assertThat(names()).containsExactlyInAnyOrder(".lock", "file");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aTreeIsDeletedAndItsLinksAreNotFollowed() throws Exception {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path tree = Files.createDirectories(directory.resolve("tree/a/b"))
                .getParent()
                .getParent();
        Files.writeString(tree.resolve("a/b/file"), "x");
        Files.createSymbolicLink(tree.resolve("a/link"), outside);
        DurableFiles.deleteTree(tree);
        DurableFiles.deleteTree(tree);
        assertThat(tree).doesNotExist();
        assertThat(outside).exists();
    }
}
