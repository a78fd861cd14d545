package io.devfile.registry.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.DigestMismatchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {

    private static final byte[] BYTES = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temporary;

    private Path directory;
    private ContentStore store;

    @BeforeEach
    void open() throws IOException {
        directory = temporary.resolve("data/content");
        store = ContentStore.open(directory);
    }

    @Test
    void whatIsAddedCanBeRead() throws IOException {
        StoredFile file = store.add(BYTES);

        assertThat(file).isEqualTo(new StoredFile(Digest.of(BYTES), BYTES.length));
        assertThat(store.has(file)).isTrue();
        assertThat(store.verify(file)).isTrue();
        assertThat(store.read(file)).isEqualTo(BYTES);
        try (InputStream content = store.open(file)) {
            assertThat(content.skip(3)).isEqualTo(3);
            assertThat(content).hasContent("tent");
        }
        try (var channel = store.channel(file)) {
            assertThat(channel.size()).isEqualTo(BYTES.length);
        }
    }

    @Test
    void anEmptyFileIsAFileToo() throws IOException {
        StoredFile file = store.add(new byte[0]);

        assertThat(store.verify(file)).isTrue();
        assertThat(store.read(file)).isEmpty();
        try (InputStream content = store.open(file)) {
            assertThat(content).isEmpty();
        }
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        assertThat(store.add(BYTES))
                .isEqualTo(store.add(new ByteArrayInputStream(BYTES), 7))
                .isEqualTo(store.add(out -> out.write(BYTES), 7));
        assertThat(files()).hasSize(1);
    }

    @Test
    void aStreamBeyondTheLimitLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store.add(new ByteArrayInputStream(BYTES), 6))
                .isInstanceOfSatisfying(
                        TooLargeException.class, e -> assertThat(e.limit()).isEqualTo(6));
        assertThat(files()).isEmpty();
    }

    @Test
    void aWriterIsStoppedAtTheLimit() throws IOException {
        AtomicLong written = new AtomicLong();
        assertThatThrownBy(() -> store.add(
                        out -> {
                            for (int i = 0; i < 1_000_000; i++) {
                                out.write(BYTES);
                                written.addAndGet(BYTES.length);
                            }
                        },
                        100))
                .isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> store.add(
                        out -> {
                            out.write(1);
                            out.write(1);
                        },
                        1))
                .isInstanceOf(TooLargeException.class);
        assertThat(written).hasValueLessThanOrEqualTo(100);
        assertThat(files()).isEmpty();
    }

    @Test
    void aWriterThatFailsLeavesNothing() throws IOException {
        IOException failure = new IOException("half way");
        assertThatThrownBy(() -> store.add(
                        out -> {
                            out.write(BYTES);
                            throw failure;
                        },
                        100))
                .isSameAs(failure);
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedFileIsFoundAndMendedByAddingItAgain() throws IOException {
        StoredFile file = store.add(BYTES);
        AtomicInteger told = new AtomicInteger();
        store.onDamage(told::incrementAndGet);
        Files.writeString(files().get(0), "CONTENT");
        assertThat(store.has(file)).isTrue();
        assertThatThrownBy(() -> store.read(file)).isInstanceOf(DigestMismatchException.class);
        assertThat(store.has(file)).isFalse();
        store.add(BYTES);
        assertThat(store.read(file)).isEqualTo(BYTES);

        Files.writeString(files().get(0), "cut");
        assertThat(store.verify(file)).isFalse();
        store.add(BYTES);
        assertThat(store.verify(file)).isTrue();
        assertThat(told.get()).isOne();
    }

    @Test
    void whatIsNotThereIsSaidSo() throws IOException {
        StoredFile missing = new StoredFile(Digest.of(BYTES), BYTES.length);

        assertThat(store.has(missing)).isFalse();
        assertThat(store.verify(missing)).isFalse();
        assertThatThrownBy(() -> store.open(missing)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void onlyWhatIsWantedIsRetained() throws IOException {
        StoredFile wanted = store.add(BYTES);
        StoredFile unwanted = store.add(new byte[] {1});
        Files.writeString(directory.resolve("sha256-none"), "of no digest");
        Files.writeString(directory.resolve("README"), "somebody else's");

        store.retainOnly(Set.of(wanted.digest()));
        assertThat(store.has(wanted)).isTrue();
        assertThat(store.has(unwanted)).isFalse();
        assertThat(files()).hasSize(2);
    }

    @Test
    void whatACrashLeftIsSweptAndTheRestIsKept() throws IOException {
        StoredFile file = store.add(BYTES);
        Files.writeString(directory.resolve(".tmp-half"), "cont");

        ContentStore again = ContentStore.open(directory);
        assertThat(again.verify(file)).isTrue();
        assertThat(files()).hasSize(1);
    }

    @Test
    void manyThreadsMayAddTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<StoredFile>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] bytes = {(byte) (i % 4)};
                boolean streamed = i % 8 < 4;
                tasks.add(() -> streamed ? store.add(new ByteArrayInputStream(bytes), 1) : store.add(bytes));
            }
            for (Future<StoredFile> task : threads.invokeAll(tasks)) {
                assertThat(store.verify(task.get())).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).hasSize(4);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void aDiskThatTakesNothingIsTold() throws IOException {
        Files.delete(directory);

        assertThatThrownBy(() -> store.add(BYTES))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Check that the directory has free space");
        assertThatThrownBy(() -> store.add(new ByteArrayInputStream(BYTES), 100))
                .isInstanceOf(StorageException.class);
    }

    @Test
    void contentThatCannotBeReadIsNotTheFaultOfTheDisk() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> store.add(broken, 100)).isExactlyInstanceOf(IOException.class);
        assertThat(directory).isEmptyDirectory();
    }
}
