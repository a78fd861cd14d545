package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.state.RegistryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {

    @TempDir
    private Path directory;

    private TestRegistry registry;

    @BeforeEach
    void make() throws IOException {
        make(false);
    }

    @AfterEach
    void end() {
        registry.close();
    }

    private void make(boolean strict) throws IOException {
        registry = new TestRegistry(directory, strict);
        registry.a.stack("go", "1.0.0", "first");
        registry.b.stack("java", "1.0.0", "first");
    }

    @Test
    void publishesAndServesWhatTheSourcesHave() {
        assertThat(registry.refresh()).isEmpty();

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.backend.calls())
                .contains("putManifest devfile-catalog/go", "putManifest devfile-catalog/java");
        assertThat(registry.status.lastRefresh()).contains(registry.clock.instant());
        assertThat(registry.status.refreshFailure()).isEmpty();
    }

    @Test
    void doesNothingWhereNothingIsNew() {
        registry.refresh();
        RegistryState before = registry.current.get();
        registry.backend.calls();
        registry.clock.advance(Duration.ofMinutes(5));

        assertThat(registry.refresh()).isEmpty();

        assertThat(registry.backend.calls()).isEmpty();
        assertThat(registry.current.get()).isSameAs(before);
        assertThat(registry.status.lastRefresh()).contains(registry.clock.instant());
    }

    @Test
    void asksTheBackendOnlyForWhatChanged() {
        registry.refresh();
        registry.backend.calls();
        registry.a.stack("go", "1.0.0", "second");

        registry.refresh();

        assertThat(registry.backend.calls()).allMatch(call -> call.endsWith("devfile-catalog/go"));
        assertThat(registry.served()).containsExactly("go second", "java first");
    }

    @Test
    void looksAtEverythingAgainWhereItIsInDoubt() {
        registry.refresh();
        registry.backend.calls();

        registry.publishing.invalidate();
        registry.publishing.run();

        assertThat(registry.backend.calls())
                .contains("resolve devfile-catalog/go", "putBlob devfile-catalog/go", "resolve devfile-catalog/java")
                .noneMatch(call -> call.startsWith("putManifest"));
    }

    @Test
    void waitsAtTheStartUntilEverySourceWasAsked() {
        registry.ask("a");
        assertThat(registry.publishing.run()).contains(Publishing.TIMEOUT);
        assertThat(registry.served()).isEmpty();

        registry.ask("b");
        assertThat(registry.publishing.run()).isEmpty();
        assertThat(registry.served()).containsExactly("go first", "java first");
    }

    @Test
    void doesNotWaitForASlowSourceForever() {
        registry.ask("a");
        registry.clock.advance(Publishing.TIMEOUT);

        assertThat(registry.publishing.run()).isEmpty();

        assertThat(registry.served()).containsExactly("go first");
    }

    @Test
    void keepsServingWhatIsKeptUntilEverySourceWasAsked() throws IOException {
        registry.refresh();
        registry.start();
        registry.a.stack("go", "1.0.0", "second");

        registry.ask("a");
        assertThat(registry.publishing.run()).isPresent();
        assertThat(registry.served()).containsExactly("go first", "java first");

        registry.ask("b");
        registry.publishing.run();
        assertThat(registry.served()).containsExactly("go second", "java first");
    }

    @Test
    void servesNothingWhereNoSourceHasEverDelivered() {
        registry.a.fail();
        registry.b.fail();

        assertThat(registry.refresh()).isEmpty();

        assertThat(registry.current.get()).isNull();
        assertThat(registry.status.refreshFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("No source has delivered"));
    }

    @Test
    void refusesContentWithErrorsWhereItIsStrict() throws IOException {
        end();
        make(true);
        registry.refresh();
        registry.a.stack("go", "1.0.0", "second").file("stacks/bad/devfile.yaml", "{");

        assertThat(registry.refresh()).isEmpty();

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.status.refreshFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("registry.strict", "stacks/bad"));
        // it is still refused as a whole, even if only the other source has new content
        registry.b.stack("java", "1.0.0", "second");
        registry.ask("b");
        registry.publishing.run();
        assertThat(registry.served()).containsExactly("go first", "java first");
    }

    @Test
    void servesTheGoodPartOfContentWithErrorsWhereItIsNotStrict() {
        registry.a.file("stacks/bad/devfile.yaml", "{");

        registry.refresh();

        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.current.get().catalog().hasErrors()).isTrue();
    }

    @Test
    void keepsWhatIsServedWhereTheBackendFailsAndTriesAgainEverLater() {
        registry.refresh();
        registry.a.stack("go", "1.0.0", "second");
        registry.backend.failAt(Optional.of("putManifest"));

        assertThat(registry.refresh()).contains(Duration.ofSeconds(1));
        assertThat(registry.served()).containsExactly("go first", "java first");
        assertThat(registry.status.refreshFailure()).isPresent();

        assertThat(registry.publishing.run()).contains(Duration.ofSeconds(2));
        registry.backend.failAt(Optional.empty());
        assertThat(registry.publishing.run()).isEmpty();
        assertThat(registry.served()).containsExactly("go second", "java first");
        assertThat(registry.status.refreshFailure()).isEmpty();
    }

    @Test
    void movesTagsBackWhereContentReturnsToWhatIsServedAfterAFailure() throws Exception {
        registry.refresh();
        Path devfile = directory.resolve("a/stacks/go/devfile.yaml");
        String first = Files.readString(devfile);
        registry.a.stack("go", "1.0.0", "second");
        registry.refresh();
        registry.b.stack("java", "1.0.0", "second");
        registry.a.stack("go", "1.0.0", "third");
        registry.backend.failAt(Optional.of("putBlob devfile-catalog/java"));
        registry.refresh();
        registry.backend.failAt(Optional.empty());
        registry.backend.calls();

        registry.a.file("stacks/go/devfile.yaml", first);
        registry.refresh();

        assertThat(registry.served()).containsExactly("go first", "java second");
        assertThat(registry.backend.calls()).contains("putManifest devfile-catalog/go");
    }

    @Test
    void publishesARestoredStateOnce() throws IOException {
        registry.refresh();
        registry.backend.calls();
        registry.start();

        registry.refresh();
        assertThat(registry.backend.calls())
                .containsExactlyInAnyOrder("resolve devfile-catalog/go", "resolve devfile-catalog/java");

        registry.refresh();
        assertThat(registry.backend.calls()).isEmpty();
        assertThat(registry.current.get().restored()).isTrue();
    }

    @Test
    void removesContentThatNeitherThisNorTheFormerStateNeeds() throws IOException {
        registry.refresh();
        assertThat(registry.storedFiles()).isEqualTo(2);

        registry.a.stack("go", "1.0.0", "second");
        registry.refresh();
        assertThat(registry.storedFiles()).isEqualTo(3);

        registry.a.stack("go", "1.0.0", "third");
        registry.refresh();
        assertThat(registry.storedFiles()).isEqualTo(3);
    }

    @Test
    void keepsContentThatIsDeliveredAndNotServedYet() throws IOException {
        registry.refresh();
        registry.a.stack("go", "1.0.0", "second");
        registry.backend.failAt(Optional.of("putManifest devfile-catalog/go"));
        registry.refresh();
        assertThat(registry.storedFiles()).isEqualTo(3);
        registry.backend.failAt(Optional.empty());

        registry.publishing.run();

        assertThat(registry.served()).containsExactly("go second", "java first");
    }

    @Test
    void tellsOfADefectOfTheBackend() {
        registry.backend.close();

        assertThatThrownBy(registry::refresh).isInstanceOf(IllegalStateException.class);
        assertThat(registry.status.refreshFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("defect"));
        assertThat(registry.current.get()).isNull();
    }
}
