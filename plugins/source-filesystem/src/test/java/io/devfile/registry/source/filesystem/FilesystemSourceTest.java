package io.devfile.registry.source.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceContractTest;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilesystemSourceTest extends StackSourceContractTest {

    @Override
    protected StackSourceProvider provider() {
        return new FilesystemSourceProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("path", origin().toString());
    }

    @Override
    protected void deliver(String file, String text) throws IOException {
        write(origin(), file, text);
    }

    @Override
    protected void loseOrigin() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(origin())) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    @Override
    protected boolean deliversTheOriginItself() {
        return true;
    }

    @Test
    void aFileInsteadOfADirectoryIsAnError() throws Exception {
        Path file = Files.writeString(scratch.resolve("file"), "x");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new FilesystemSource(file, true).fetch())
                .withMessageContaining("not a directory");
    }

    @Test
    void theRootMayBeALink() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        Path link = Files.createSymbolicLink(scratch.resolve("link"), origin());
        try (Snapshot snapshot = new FilesystemSource(link, true).fetch()) {
            assertThat(snapshot.root()).isEqualTo(origin().toRealPath());
        }
    }

    @Test
    void aLinkThatPointsElsewhereIsAnotherRevision() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        Path link = origin().resolve("stacks/go/link");
        Files.createSymbolicLink(link, Path.of("one"));
        String before = new FilesystemSource(origin(), true).fetch().revision();
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("two"));
        assertThat(new FilesystemSource(origin(), true).fetch().revision()).isNotEqualTo(before);
    }

    @Test
    void aLinkThatLeadsInCirclesIsDeliveredAsItIs() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        Files.createSymbolicLink(origin().resolve("stacks/go/loop"), origin());
        try (Snapshot snapshot = new FilesystemSource(origin(), true).fetch()) {
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).isPresent();
        }
    }

    @Test
    void theNewestFileGivesTheTimeOfItsDirectory() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        deliver("stacks/go/docker/Dockerfile", "FROM scratch\n");
        Instant newest = Instant.parse("2031-05-06T07:08:09Z");
        Files.setLastModifiedTime(origin().resolve("stacks/go/docker/Dockerfile"), FileTime.from(newest));
        try (Snapshot snapshot = new FilesystemSource(origin(), true).fetch()) {
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).contains(newest);
        }
    }

    @Test
    void aChangeIsSeenAsItHappensAlsoInNewDirectories() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        AtomicInteger changes = new AtomicInteger();
        try (StackSource source = new FilesystemSource(origin(), true)) {
            source.onChange(changes::incrementAndGet);
            source.fetch().close();

            deliver("stacks/new/1.0.0/devfile.yaml", "a: 1\n");
            await().until(() -> changes.get() > 0);
            int before = changes.get();

            deliver("stacks/new/1.0.0/devfile.yaml", "a: 2\n");
            await().until(() -> changes.get() > before);
        }
    }

    @Test
    void manyChangesTogetherAreToldOnce() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        AtomicInteger changes = new AtomicInteger();
        try (StackSource source = new FilesystemSource(origin(), true)) {
            source.onChange(changes::incrementAndGet);
            source.fetch().close();

            for (int i = 0; i < 200; i++) {
                deliver("stacks/go/file-" + i, "a: 1\n");
            }

            await().until(() -> changes.get() > 0);
            await().during(Duration.ofMillis(600)).until(() -> changes.get() <= 2);
        }
    }

    @Test
    void nothingIsToldWhereNobodyShallWatch() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        AtomicInteger changes = new AtomicInteger();
        try (StackSource source = new FilesystemSource(origin(), false)) {
            source.onChange(changes::incrementAndGet);
            source.fetch().close();

            deliver("stacks/go/devfile.yaml", "a: 2\n");

            await().during(Duration.ofMillis(500)).until(() -> changes.get() == 0);
        }
    }

    @Test
    void aClosedSourceTellsNothing() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        AtomicInteger changes = new AtomicInteger();
        StackSource source = new FilesystemSource(origin(), true);
        source.onChange(changes::incrementAndGet);
        source.fetch().close();
        source.close();

        deliver("stacks/go/devfile.yaml", "a: 2\n");

        await().during(Duration.ofMillis(500)).until(() -> changes.get() == 0);
    }

    private Path origin() {
        return scratch.resolve("origin");
    }
}
