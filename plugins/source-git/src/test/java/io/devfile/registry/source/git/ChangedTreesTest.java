package io.devfile.registry.source.git;

import static io.devfile.registry.source.git.GitFixture.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots of one commit after another. */
@Timeout(60)
class ChangedTreesTest {

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private GitOrigin origin;

    @BeforeEach
    void begin() throws IOException {
        fixture = new GitFixture(scratch);
        origin = GitOrigin.create(scratch.resolve("origin"));
        origin.write("stacks/go/devfile.yaml", "a: 1\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anyChangeGivesTheTreeThatGitHas(int seed) throws Exception {
        Random random = new Random(seed);
        try (StackSource source = fixture.source(origin.url())) {
            for (int i = 0; i < 25; i++) {
                for (int step = random.nextInt(4); step >= 0; step--) {
                    change(random);
                }
                origin.commit("Change " + i);
                try (Snapshot snapshot = source.fetch()) {
                    assertThat(look(snapshot.root())).isEqualTo(look(origin.directory()));
                }
            }
        }
    }

    @Test
    void aChangeThatIsRefusedIsNotDeliveredAndTheNextOneIs() throws Exception {
        try (StackSource source = fixture.source(origin.url(), "max-size", "2K")) {
            source.fetch().close();
            origin.write("stacks/java/large", "x".repeat(3000));
            assertFails(source).withMessageContaining("more than 2048 bytes");
            assertFails(source).withMessageContaining("more than 2048 bytes");
            origin.write("stacks/java/large", "x".repeat(1000));
            try (Snapshot snapshot = source.fetch()) {
                assertThat(look(snapshot.root())).isEqualTo(look(origin.directory()));
            }
        }
    }

    private void change(Random random) throws IOException {
        Path path = origin.directory().resolve("d" + random.nextInt(3));
        for (int i = random.nextInt(3); i > 0; i--) {
            path = path.resolve("d" + random.nextInt(3));
        }
        if (Files.exists(path.getParent()) && !Files.isDirectory(path.getParent(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        switch (random.nextInt(12)) {
            case 0 -> DurableFiles.deleteTree(path);
            case 1 -> {
                DurableFiles.deleteTree(path);
                if (Files.isDirectory(path.getParent())) {
                    Files.writeString(path, "a file now");
                }
            }
            case 2 -> {
                Path link = path.resolveSibling("link" + random.nextInt(2));
                DurableFiles.deleteTree(link);
                if (Files.isDirectory(link.getParent())) {
                    Files.createSymbolicLink(link, Path.of("d" + random.nextInt(3)));
                }
            }
            default -> {
                try {
                    Files.createDirectories(path);
                    Path file = Files.writeString(path.resolve("f" + random.nextInt(3)), "text " + random.nextInt());
                    assertThat(file.toFile().setExecutable(random.nextInt(3) == 0))
                            .isTrue();
                } catch (FileSystemException e) {
                    DurableFiles.deleteTree(origin.directory()
                            .resolve(origin.directory().relativize(path).getName(0)));
                }
            }
        }
    }

    /** The content of each file and the target of each link. */
    private static Map<String, String> look(Path root) throws IOException {
        Map<String, String> look = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String name = root.relativize(path).toString();
                if (name.startsWith(".git")) {
                    continue;
                }
                if (Files.isSymbolicLink(path)) {
                    look.put(name, "-> " + Files.readSymbolicLink(path));
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    look.put(name, Files.isExecutable(path) + " " + Files.readString(path));
                }
            }
        }
        return look;
    }
}
