package io.devfile.registry.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RefreshLoopTest {

    private static final Optional<Duration> OFTEN = Optional.of(Duration.ofMinutes(5));

    @TempDir
    private Path directory;

    private final ManualExecutor executor = new ManualExecutor();
    private TestRegistry registry;

    @BeforeEach
    void make() throws IOException {
        registry = new TestRegistry(directory, false);
        registry.a.stack("go", "1.0.0", "first");
    }

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private RefreshLoop loop(Optional<Duration> interval) {
        return new RefreshLoop(
                registry.refresher,
                new RefreshSchedule(Map.of("a", interval, "b", Optional.empty()), registry.clock.instant()),
                executor,
                registry.clock);
    }

    @Test
    void refreshesAtOnceAndAfterEachInterval() {
        loop(OFTEN).run();
        assertThat(registry.served()).containsExactly("go first");
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(5));

        registry.a.stack("go", "1.0.0", "second");
        registry.clock.advance(Duration.ofMinutes(5));
        executor.runNext();

        assertThat(registry.served()).containsExactly("go second");
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void endsWhereNoSourceIsToBeAskedAgain() {
        loop(Optional.empty()).run();

        assertThat(executor.delays()).isEmpty();
    }

    @Test
    void publishesLaterWhatCouldNotBePublishedAlsoWhereNoSourceIsAskedAgain() {
        registry.backend.failAt(Optional.of("put"));
        loop(Optional.empty()).run();
        assertThat(registry.served()).isEmpty();
        assertThat(executor.delays()).containsExactly(Duration.ofSeconds(1));

        registry.backend.failAt(Optional.empty());
        registry.clock.advance(Duration.ofSeconds(1));
        executor.runNext();

        assertThat(registry.served()).containsExactly("go first");
        assertThat(executor.delays()).isEmpty();
    }

    @Test
    void doesNotWakeUpBeforeItsTime() {
        registry.clock.advance(Duration.ofNanos(1));
        loop(Optional.of(Duration.ofSeconds(1, 1))).run();

        assertThat(executor.delays()).containsExactly(Duration.ofMillis(1001));
    }

    @Test
    void goesOnAfterADefect() {
        registry.backend.close();
        loop(OFTEN).run();

        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(1));
        executor.runNext();
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void goesOnAfterAnError() {
        registry.a.onFetch(() -> {
            throw new StackOverflowError();
        });
        loop(OFTEN).run();

        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void doesNothingOnceItIsStopped() {
        RefreshLoop loop = loop(OFTEN);
        loop.run();
        loop.stop();
        registry.a.stack("go", "1.0.0", "second");
        registry.clock.advance(Duration.ofMinutes(5));

        executor.runNext();
        loop.run();

        assertThat(registry.served()).containsExactly("go first");
        assertThat(executor.delays()).isEmpty();
    }

    @Test
    void endsQuietlyWhereTheServerTakesNoMoreTasks() {
        executor.reject();
        loop(OFTEN).run();

        assertThat(registry.served()).containsExactly("go first");
    }

    @Test
    void interruptsTheFirstRefreshWhenItIsStoppedAndWaitsForItsEnd() throws InterruptedException {
        CountDownLatch fetching = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean leftInterrupted = new AtomicBoolean(true);
        registry.a.onFetch(() -> {
            fetching.countDown();
            try {
                TimeUnit.DAYS.sleep(1);
            } catch (InterruptedException e) {
                interrupted.set(true);
                Thread.currentThread().interrupt();
            }
            return Optional.of(new SourceException("fetch", "it was interrupted", "Wait."));
        });
        RefreshLoop loop = loop(OFTEN);
        Thread boot = new Thread(() -> {
            loop.run();
            leftInterrupted.set(Thread.currentThread().isInterrupted());
        });
        boot.start();
        fetching.await();

        loop.stop();

        assertThat(interrupted).isTrue();
        boot.join();
        assertThat(leftInterrupted).isFalse();
        assertThat(executor.delays()).isEmpty();
        assertThat(registry.served()).isEmpty();
    }
}
