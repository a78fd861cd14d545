package io.devfile.registry.spi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of {@link StackSource}, for every implementation. A subclass supplies the provider, the settings for an
 * origin of the subclass, and the means to change that origin.
 */
public abstract class StackSourceContractTest {

    /** A directory for the origin and the source's work directory, for this test only. */
    @TempDir
    protected Path scratch;

    /** The provider under test. */
    protected abstract StackSourceProvider provider();

    /** The settings of a source for the origin, whether the origin exists yet or not. */
    protected abstract Map<String, String> settings();

    /**
     * Makes the origin deliver this file with this text, in addition to its current files. An existing file is
     * replaced. An origin that was lost is available again.
     */
    protected abstract void deliver(String file, String text) throws IOException;

    /** Makes the origin unavailable, like a deleted directory or an unreachable host. */
    protected abstract void loseOrigin() throws IOException;

    /** Whether the source returns a time from {@code lastModified}. */
    protected boolean knowsTimes() {
        return true;
    }

    /** A secret among the {@link #settings}, such as a password; empty if the source takes none. */
    protected Optional<String> secret() {
        return Optional.empty();
    }

    /** Whether a snapshot is the origin itself, which changes when the origin changes. */
    protected boolean deliversTheOriginItself() {
        return false;
    }

    /** Whether the source opens network connections; such a test overrides {@link #stall}, too. */
    protected boolean usesNetwork() {
        return false;
    }

    /**
     * Makes the origin accept requests without responding to them.
     *
     * @return is counted down when a request arrives
     */
    protected CountDownLatch stall() throws IOException {
        throw new UnsupportedOperationException("A test of a source that uses the network overrides this method.");
    }

    @Test
    void deliversTheTreeOfItsOrigin() throws Exception {
        deliver("stacks/go/devfile.yaml", "schemaVersion: 2.2.0\n");
        deliver("stacks/go/docker/Dockerfile", "FROM scratch\n");
        try (StackSource source = create();
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.root())
                    .isAbsolute()
                    .isDirectory()
                    .isEqualTo(snapshot.root().toRealPath());
            assertThat(snapshot.root().resolve("stacks/go/devfile.yaml")).hasContent("schemaVersion: 2.2.0\n");
            assertThat(snapshot.root().resolve("stacks/go/docker/Dockerfile")).hasContent("FROM scratch\n");
        }
    }

    @Test
    void deliversEveryFileOfALargeTree() throws Exception {
        for (int i = 0; i < 50; i++) {
            deliver("stacks/s" + i + "/devfile.yaml", "a: " + i + "\n");
        }
        try (StackSource source = create();
                Snapshot snapshot = source.fetch()) {
            for (int i = 0; i < 50; i++) {
                assertThat(snapshot.root().resolve("stacks/s" + i + "/devfile.yaml"))
                        .hasContent("a: " + i + "\n");
            }
        }
    }

    @Test
    void anEarlierSnapshotStaysAsItIs() throws Exception {
        assumeFalse(deliversTheOriginItself());
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create();
                Snapshot first = source.fetch()) {
            String revision = first.revision();
            deliver("stacks/go/devfile.yaml", "a: 2\n");
            deliver("stacks/other/devfile.yaml", "a: 2\n");
            source.fetch().close();

            assertThat(first.revision()).isEqualTo(revision);
            assertThat(first.root().resolve("stacks/go/devfile.yaml")).hasContent("a: 1\n");
            assertThat(first.root().resolve("stacks/other")).doesNotExist();
        }
    }

    @Test
    void offlineNothingIsFetched() throws Exception {
        assumeTrue(usesNetwork());
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        PluginSettings settings = new PluginSettings("registry.source.test.", settings());
        PluginContext offline = new PluginContext("test", settings, scratch.resolve("work"), true);

        assertThatExceptionOfType(PluginException.class).isThrownBy(() -> {
            try (StackSource source = provider().create(offline)) {
                source.fetch().close();
            }
        });
    }

    @Test
    void anInterruptEndsAFetchThatWaitsForItsOrigin() throws Exception {
        assumeTrue(usesNetwork());
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        CountDownLatch reached = stall();
        try (StackSource source = create()) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread fetch = new Thread(() -> {
                try {
                    source.fetch().close();
                } catch (SourceException | RuntimeException e) {
                    failure.set(e);
                }
            });
            fetch.start();
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
            fetch.interrupt();
            fetch.join(5_000);

            assertThat(fetch.isAlive())
                    .as("the fetch goes on after the interrupt")
                    .isFalse();
            assertThat(failure.get()).isInstanceOf(SourceException.class);
        }
    }

    @Test
    void secretsAreInNothingThatIsShown() throws Exception {
        assumeTrue(secret().isPresent());
        String secret = secret().get();
        assertThat(settings().values()).anyMatch(value -> value.contains(secret));
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create()) {
            assertThat(source.location()).doesNotContain(secret);
            try (Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.revision()).doesNotContain(secret);
            }
            loseOrigin();
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::fetch)
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain(secret));
        }
    }

    @Test
    void sameContentHasTheSameRevision() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create();
                Snapshot first = source.fetch();
                Snapshot second = source.fetch()) {
            assertThat(second.revision()).isEqualTo(first.revision());
        }
    }

    @Test
    void changedContentHasAnotherRevision() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create();
                Snapshot first = source.fetch()) {
            deliver("stacks/go/devfile.yaml", "a: 1\nb: 2\n");
            try (Snapshot second = source.fetch()) {
                assertThat(second.revision()).isNotEqualTo(first.revision());
                assertThat(second.root().resolve("stacks/go/devfile.yaml")).hasContent("a: 1\nb: 2\n");
            }
        }
    }

    @Test
    void revisionIsFitForHeadersAndLogs() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create();
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.revision()).matches("[A-Za-z0-9._:/@+-]{1,128}");
        }
    }

    @Test
    void tellsWhenADirectoryWasChanged() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create();
                Snapshot snapshot = source.fetch()) {
            if (knowsTimes()) {
                assertThat(snapshot.lastModified(Path.of("stacks/go"))).isPresent();
            }
            assertThat(snapshot.lastModified(Path.of("stacks/no-such"))).isEmpty();
        }
    }

    @Test
    void aDirectoryHasAnotherRevisionWhereItsContentChangedAndOnlyThere() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        deliver("stacks/go/docker/Dockerfile", "FROM scratch\n");
        deliver("stacks/go-two/devfile.yaml", "a: 1\n");
        try (StackSource source = create();
                Snapshot before = source.fetch()) {
            Optional<String> go = before.revision(Path.of("stacks/go"));
            Optional<String> other = before.revision(Path.of("stacks/go-two"));
            deliver("stacks/go/docker/Dockerfile", "FROM scratch AS other\n");
            try (Snapshot after = source.fetch()) {
                assertThat(after.revision(Path.of("stacks/go-two"))).isEqualTo(other);
                if (go.isPresent()) {
                    assertThat(after.revision(Path.of("stacks/go"))).isPresent().isNotEqualTo(go);
                }
                assertThat(after.revision(Path.of("stacks/no-such"))).isEmpty();
            }
        }
    }

    @Test
    void missingOriginIsAnErrorThatSaysWhatToDo() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create()) {
            source.fetch().close();
            loseOrigin();
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::fetch)
                    .satisfies(e ->
                            assertThat(e.getMessage()).startsWith("Tried to ").contains(", but "))
                    .satisfies(e -> assertThat(e.remedy()).endsWith("."));
        }
    }

    @Test
    void originThatComesBackIsDeliveredAgain() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create()) {
            loseOrigin();
            assertThatExceptionOfType(SourceException.class).isThrownBy(source::fetch);
            deliver("stacks/go/devfile.yaml", "a: 2\n");
            try (Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.root().resolve("stacks/go/devfile.yaml")).hasContent("a: 2\n");
            }
        }
    }

    @Test
    void interruptedFetchEndsAndKeepsTheInterruptStatus() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        try (StackSource source = create()) {
            Thread.currentThread().interrupt();
            try {
                assertThatExceptionOfType(SourceException.class).isThrownBy(source::fetch);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            } finally {
                Thread.interrupted();
            }
            source.fetch().close();
        }
    }

    @Test
    void closingTwiceDoesNothingAndAClosedSourceDeliversNothing() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        StackSource source = create();
        Snapshot snapshot = source.fetch();
        snapshot.close();
        snapshot.close();
        source.close();
        source.close();
        assertThatIllegalStateException().isThrownBy(source::fetch);
    }

    @Test
    void makingASourceReadsNothing() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        loseOrigin();
        try (StackSource source = create()) {
            assertThat(source.location()).isNotBlank();
        }
    }

    @Test
    void understandsItsSettingsAndNoOthers() throws Exception {
        deliver("stacks/go/devfile.yaml", "a: 1\n");
        PluginSettings settings = new PluginSettings("registry.source.test.", settings());
        provider().create(context(settings)).close();
        settings.rejectUnread();
    }

    @Test
    void missingSettingsAreNamedInFull() {
        PluginSettings none = new PluginSettings("registry.source.test.", Map.of());
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> provider().create(context(none)))
                .withMessageContaining("registry.source.test.");
    }

    @Test
    void typeIsAWordForTheConfiguration() {
        assertThat(provider().type()).matches("[a-z][a-z0-9-]{0,62}");
    }

    private StackSource create() throws SettingException {
        return provider().create(context(new PluginSettings("registry.source.test.", settings())));
    }

    private PluginContext context(PluginSettings settings) {
        return new PluginContext("test", settings, scratch.resolve("work"), false);
    }

    /** Writes a file of the origin below a directory, for origins that are directories. */
    protected static void write(Path directory, String file, String text) throws IOException {
        Path target = directory.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
