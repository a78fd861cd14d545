package io.devfile.registry.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefresherTest {

    private static final Refresher.Outcome COMPLETE = new Refresher.Outcome(Set.of(), true);

    @TempDir
    private Path directory;

    private TestRegistry registry;

    @BeforeEach
    void make() throws IOException {
        make(false);
    }

    private void make(boolean strict) throws IOException {
        registry = new TestRegistry(directory, strict);
        registry.a.stack("go", "1.0.0", "first");
        registry.b.stack("java", "1.0.0", "first");
    }

    private Refresher.Outcome refresh() {
        return registry.refresher.refresh(TestRegistry.ALL);
    }

    @Test
    void publishesAndServesWhatTheSourcesHave() {
        assertThat(refresh()).isEqualTo(COMPLETE);

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.backend.calls())
                .contains("putManifest devfile-catalog/go", "putManifest devfile-catalog/java");
        assertThat(registry.status.lastRefresh()).contains(registry.clock.instant());
        assertThat(registry.status.refreshFailure()).isEmpty();
        assertThat(registry.a.open()).isZero();
    }

    @Test
    void readsNothingWhereNothingIsNew() {
        refresh();
        RegistryState before = registry.current.get().orElseThrow();
        registry.a.reads();
        registry.backend.calls();

        assertThat(refresh()).isEqualTo(COMPLETE);

        assertThat(registry.a.reads()).isZero();
        assertThat(registry.backend.calls()).isEmpty();
        assertThat(registry.current.get()).containsSame(before);
    }

    @Test
    void asksOnlyTheSourcesThatAreDue() {
        refresh();
        registry.a.stack("go", "1.0.0", "second");
        registry.b.stack("java", "1.0.0", "second");

        registry.refresher.refresh(Set.of("b"));

        assertThat(registry.served()).containsExactly("go first", "java second");
    }

    @Test
    void keepsWhatAFailingSourceHadWhileOthersGoOn() {
        refresh();
        registry.a.fail();
        registry.b.stack("java", "1.0.0", "second");

        assertThat(refresh()).isEqualTo(new Refresher.Outcome(Set.of("a"), true));

        assertThat(registry.served()).containsExactly("go first", "java second");
        assertThat(registry.error("a"))
                .hasValueSatisfying(why -> assertThat(why).contains("the test wants it so"));
        registry.a.recover();
        refresh();
        assertThat(registry.error("a")).isEmpty();
    }

    @Test
    void goesOnWhereAPluginBreaks() {
        registry.a.onFetch(() -> {
            throw new IllegalStateException("broken");
        });

        assertThat(refresh().failedSources()).containsExactly("a");

        assertThat(registry.served()).containsExactly("java first");
        assertThat(registry.error("a"))
                .hasValueSatisfying(why -> assertThat(why).contains("broken"));
    }

    @Test
    void servesNothingWhereNoSourceHasEverDelivered() {
        registry.a.fail();
        registry.b.fail();

        assertThat(refresh()).isEqualTo(new Refresher.Outcome(TestRegistry.ALL, false));

        assertThat(registry.current.get()).isEmpty();
        assertThat(registry.status.refreshFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("No source has delivered"));
    }

    @Test
    void refusesContentWithErrorsWhereItIsStrict() throws IOException {
        make(true);
        refresh();
        registry.a.stack("go", "1.0.0", "second").file("stacks/bad/devfile.yaml", "{");

        assertThat(refresh()).isEqualTo(COMPLETE);

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.status.refreshFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("registry.strict", "stacks/bad"));
        // it stays refused as a whole, also where only the other source has news
        registry.b.stack("java", "1.0.0", "second");
        registry.refresher.refresh(Set.of("b"));
        assertThat(registry.served()).containsExactly("go first", "java first");
    }

    @Test
    void servesTheGoodPartOfContentWithErrorsWhereItIsNotStrict() {
        registry.a.file("stacks/bad/devfile.yaml", "{");

        refresh();

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.current.get().orElseThrow().catalog().hasErrors()).isTrue();
    }

    @Test
    void keepsWhatIsServedWhereTheBackendFailsAndTriesAgainWithoutAskingTheSources() {
        refresh();
        registry.a.stack("go", "1.0.0", "second");
        registry.backend.failAt(Optional.of("putManifest"));

        assertThat(refresh()).isEqualTo(new Refresher.Outcome(Set.of(), false));
        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.status.refreshFailure()).isPresent();

        assertThat(registry.refresher.refresh(Set.of())).isEqualTo(new Refresher.Outcome(Set.of(), false));
        registry.backend.failAt(Optional.empty());
        assertThat(registry.refresher.refresh(Set.of())).isEqualTo(COMPLETE);
        assertThat(registry.served()).containsExactly("go second", "java first");
        assertThat(registry.status.refreshFailure()).isEmpty();
    }

    @Test
    void movesTagsBackWhereContentReturnsToWhatIsServedAfterAFailure() throws Exception {
        refresh();
        var devfile = directory.resolve("a/stacks/go/devfile.yaml");
        String first = java.nio.file.Files.readString(devfile);
        registry.a.stack("go", "1.0.0", "second");
        registry.b.stack("java", "1.0.0", "second");
        registry.backend.failAt(Optional.of("putBlob devfile-catalog/java"));
        refresh();
        registry.backend.failAt(Optional.empty());
        registry.backend.calls();

        registry.a.file("stacks/go/devfile.yaml", first);
        refresh();

        assertThat(registry.served()).containsExactly("go first", "java second");
        assertThat(registry.backend.calls()).contains("putManifest devfile-catalog/go");
    }

    @Test
    void publishesARestoredStateOnce() throws IOException {
        refresh();
        registry.backend.calls();
        CurrentState afterStart = new CurrentState();
        afterStart.swap(registry.assembly.file().load().orElseThrow());
        Refresher restarted = registry.refresher(afterStart);

        restarted.refresh(TestRegistry.ALL);
        assertThat(registry.backend.calls())
                .containsExactlyInAnyOrder("resolve devfile-catalog/go", "resolve devfile-catalog/java");

        restarted.refresh(TestRegistry.ALL);
        assertThat(registry.backend.calls()).isEmpty();
        assertThat(afterStart.get().orElseThrow().restored()).isTrue();
    }

    @Test
    void removesContentThatNeitherThisNorTheFormerStateNeeds() throws IOException {
        refresh();
        assertThat(registry.storedFiles()).isEqualTo(2);

        registry.a.stack("go", "1.0.0", "second");
        refresh();
        assertThat(registry.storedFiles()).isEqualTo(3);

        registry.a.stack("go", "1.0.0", "third");
        refresh();
        assertThat(registry.storedFiles()).isEqualTo(3);
    }

    @Test
    void doesNotTakeWhatAnInterruptLeftUnread() {
        refresh();
        registry.a.stack("go", "1.0.0", "second");
        registry.a.onFetch(() -> {
            Thread.currentThread().interrupt();
            return Optional.empty();
        });

        Refresher.Outcome outcome = refresh();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.complete()).isFalse();
        assertThat(registry.served()).containsExactly("go first", "java first");
        registry.a.recover();
        refresh();
        assertThat(registry.served()).containsExactly("go second", "java first");
    }

    @Test
    void endsWhereASourceIsInterrupted() {
        registry.a.onFetch(() -> {
            Thread.currentThread().interrupt();
            return Optional.of(new SourceException("fetch", "it was interrupted", "Wait."));
        });

        assertThat(refresh()).isEqualTo(new Refresher.Outcome(Set.of("a"), false));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(registry.b.reads()).isZero();
    }

    @Test
    void tellsOfADefectOfTheBackend() {
        registry.backend.close();

        assertThatThrownBy(this::refresh).isInstanceOf(IllegalStateException.class);
        assertThat(registry.status.refreshFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("defect"));
        assertThat(registry.current.get()).isEmpty();
    }
}
