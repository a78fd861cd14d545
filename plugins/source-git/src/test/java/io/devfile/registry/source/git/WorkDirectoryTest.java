package io.devfile.registry.source.git;

import static io.devfile.registry.source.git.GitFixture.fetchAndRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes and damage of the files in the work directory, and their effects. */
@Timeout(120)
class WorkDirectoryTest {

    private static final String STACK = "stacks/go/devfile.yaml";

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private GitOrigin origin;

    @BeforeEach
    void begin() throws IOException {
        fixture = new GitFixture(scratch);
        origin = GitOrigin.create(scratch.resolve("origin"));
        for (int i = 0; i < 5; i++) {
            origin.write(STACK, "a: " + i + "\n");
        }
    }

    private interface Damage {
        void to(Path repository) throws IOException;
    }

    static Stream<Damage> damages() {
        return Stream.of(
                repository -> Files.delete(repository.resolve("config")),
                repository -> Files.writeString(repository.resolve("config"), "[core\n"),
                repository -> Files.delete(repository.resolve("HEAD")),
                repository -> DurableFiles.deleteTree(repository.resolve("objects")),
                repository -> DurableFiles.deleteTree(repository.resolve("refs")),
                repository -> Files.createFile(repository.resolve("registry-busy")),
                repository -> Files.createFile(repository.resolve("refs/registry/current.lock")),
                repository -> Files.writeString(repository.resolve("refs/registry/current"), "nonsense"),
                repository -> Files.writeString(repository.resolve("refs/registry/current"), "1".repeat(40) + "\n"),
                repository -> each(repository, ".pack", Files::delete),
                repository -> each(repository, ".idx", Files::delete),
                repository -> each(repository, ".pack", WorkDirectoryTest::truncate),
                repository -> each(repository, ".idx", WorkDirectoryTest::truncate),
                repository -> each(repository, ".pack", WorkDirectoryTest::scramble),
                repository -> each(repository, ".idx", WorkDirectoryTest::scramble));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damageIsNoticedAndMended(Damage damage) throws Exception {
        for (boolean news : new boolean[] {false, true}) {
            try (StackSource source = fixture.source(origin.url())) {
                source.fetch().close();
            }
            damage.to(fixture.repository());
            if (news) {
                origin.write("stacks/java/devfile.yaml", "new\n");
            }
            try (StackSource source = fixture.source(origin.url())) {
                assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 4\n");
                origin.write(STACK, "a: 5\n");
                assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 5\n");
            }
            origin.write(STACK, "a: 4\n");
        }
    }

    /** Before the first byte of a pack, in its header, in the middle, and near its end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 40, 500_000, 1_950_000})
    void aProcessThatIsKilledInMidCloneLeavesNothingThatIsTakenForGood(int bytes) throws Exception {
        byte[] noise = new byte[20_000];
        Random random = new Random(bytes);
        for (int i = 0; i < 100; i++) {
            random.nextBytes(noise);
            Files.write(origin.directory().resolve("noise-" + i), noise);
        }
        origin.commit("Noise");
        CountDownLatch end = new CountDownLatch(1);
        try (GitHttpServer server = new GitHttpServer(scratch)) {
            server.behave(exchange -> {
                if (server.requests().size() > 2) {
                    server.serveSome(exchange, bytes, end);
                } else {
                    server.serve(exchange);
                }
            });
            Process process = fetching(server.url("origin")).start();
            try {
                await().until(() -> server.requests().size() > 2 && size(fixture.work()) >= bytes * 9L / 10);
                assertThat(process.isAlive()).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
                end.countDown();
            }
            server.behave(server::serve);
            try (StackSource source = fixture.source(server.url("origin"))) {
                assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 4\n");
            }
        }
        assertThat(new GitOrigin(fixture.repository()).git("fsck", "--full", "--strict"))
                .doesNotContain("missing", "broken", "corrupt");
        try (Stream<Path> files = Files.walk(fixture.repository())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(file -> file.startsWith("incoming") || file.endsWith(".lock"));
        }
    }

    private ProcessBuilder fetching(String url, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkDirectoryTest.class.getName()));
        command.addAll(List.of(scratch.toString(), url));
        return new ProcessBuilder(command).inheritIO();
    }

    public static void main(String[] arguments) throws SettingException, SourceException {
        new GitFixture(Path.of(arguments[0])).source(arguments[1]).fetch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1"})
    void theRepositoryDoesNotGrowForEver(String depth) throws Exception {
        String[] more = depth.isEmpty() ? new String[0] : new String[] {"depth", depth};
        byte[] noise = new byte[100_000];
        Random random = new Random(1);
        try (StackSource source = fixture.source(origin.url(), more)) {
            for (int i = 0; i < 40; i++) {
                random.nextBytes(noise);
                Files.write(origin.directory().resolve("noise"), noise);
                origin.git("add", "-A");
                origin.git("commit", "-q", "--amend", "-m", "Forced " + i);
                assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 4\n");
            }
            assertThat(size(fixture.repository())).isLessThan(5_000_000);
            assertThat(new GitOrigin(fixture.repository()).git("fsck", "--full"))
                    .doesNotContain("missing", "broken", "corrupt");
        }
    }

    @Test
    void nothingOfTheUserOfTheServerIsReadOrWritten() throws Exception {
        Path home = Files.createDirectory(scratch.resolve("home"));
        Files.writeString(home.resolve(".gitconfig"), "[url \"file:///nowhere/\"]\n\tinsteadOf = file:///\n");
        Files.writeString(home.resolve(".netrc"), "default login me password sesame\n");
        ProcessBuilder builder = fetching(origin.url(), "-Duser.home=" + home);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
        builder.environment().put("GIT_SSH", "/bin/false");
        assertThat(builder.start().waitFor()).isZero();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactlyInAnyOrder(home.resolve(".gitconfig"), home.resolve(".netrc"));
        }
    }

    private interface Change {
        void make(Path file) throws IOException;
    }

    private static void each(Path repository, String suffix, Change change) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(repository.resolve("objects/pack"))) {
            files = all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(file.toFile().setWritable(true)).isTrue();
            change.make(file);
        }
    }

    private static void truncate(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) / 2);
        }
    }

    private static void scramble(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 20; i < bytes.length; i += 3) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
    }

    private static long size(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return 0;
        }
        long size = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                size += file.toFile().length();
            }
        } catch (UncheckedIOException e) {
            return size;
        }
        return size;
    }
}
