package io.devfile.registry.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.TreeLimits;
import io.devfile.registry.toolkit.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A damaged archive is rejected, or its unpacked content is below its directory. */
class DamagedArchivePropertyTest {

    private static final Map<String, String> FILES =
            Map.of("stacks/go/devfile.yaml", "a: 1\n".repeat(50), "stacks/go/b", "x", "README.md", "y".repeat(600));

    @Property(tries = 300)
    void aTruncatedArchiveIsRefused(@ForAll("archives") byte[] archive, @ForAll @IntRange(max = 99) int percent)
            throws Exception {
        byte[] truncated = Arrays.copyOf(archive, needed(archive) * percent / 100);
        unpack(truncated, outcome -> assertThat(outcome).isEmpty());
    }

    @Property(tries = 600)
    void aDamagedArchiveIsRefusedOrHarmless(
            @ForAll("archives") byte[] archive, @ForAll List<@IntRange(max = Integer.MAX_VALUE) Integer> places)
            throws Exception {
        byte[] damaged = archive.clone();
        for (int place : places) {
            damaged[place % damaged.length] ^= (byte) (1 + place % 255);
        }
        unpack(damaged, outcome -> {
            if (outcome.isPresent()) {
                assertThat(outcome.get().root()).isDirectory();
            }
        });
    }

    /** Without the zeros after the end mark of a tar, which is a record of zeros. */
    private static int needed(byte[] archive) {
        int end = archive.length;
        while (archive[end - 1] == 0) {
            end--;
        }
        int record = (end + 511) / 512 * 512 + 512;
        return archive.length % 512 == 0 ? Math.min(archive.length, record) : archive.length;
    }

    private interface Check {
        void check(Optional<Snapshot> outcome) throws IOException;
    }

    private static void unpack(byte[] archive, Check check) throws Exception {
        Path scratch = Files.createTempDirectory("damaged");
        try {
            Path file = Files.write(scratch.resolve("archive"), archive);
            Path work = scratch.resolve("work");
            try (ArchiveSource source = new ArchiveSource(
                    new PathOrigin(file), null, new Unpacking(TreeLimits.DEFAULT, true, ""), new SnapshotStore(work))) {
                try (Snapshot snapshot = source.fetch()) {
                    check.check(Optional.of(snapshot));
                } catch (SourceException e) {
                    assertThat(e.remedy()).endsWith(".");
                    check.check(Optional.empty());
                }
            }
            assertThat(children(scratch)).containsExactlyInAnyOrder(file, work);
            assertThat(work).isEmptyDirectory();
        } finally {
            delete(scratch);
        }
    }

    @Provide
    Arbitrary<byte[]> archives() throws IOException {
        byte[] tar = Archives.tar(FILES);
        return Arbitraries.of(Archives.zip(FILES), tar, Archives.gzip(tar), Archives.zstd(tar));
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
}
