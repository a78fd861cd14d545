package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RepeaterTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private Repeater repeater(Optional<Duration> wait) {
        return new Repeater(
                "do it",
                () -> {
                    runs.incrementAndGet();
                    return wait;
                },
                executor);
    }

    @Test
    void runsWhenAskedAndThenAsOftenAsTheTaskSays() {
        repeater(Optional.of(Duration.ofMinutes(5))).request();
        assertThat(executor.delays()).containsExactly(Duration.ZERO);

        executor.runNext();
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(5));

        executor.runNext();
        assertThat(runs).hasValue(2);
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void waitsForARequestWhereTheTaskSaysNothing() {
        Repeater repeater = repeater(Optional.empty());
        repeater.request();
        executor.runNext();
        assertThat(executor.delays()).isEmpty();

        repeater.request();
        executor.runNext();

        assertThat(runs).hasValue(2);
    }

    @Test
    void aRequestTakesThePlaceOfTheNextTime() {
        Repeater repeater = repeater(Optional.of(Duration.ofMinutes(5)));
        repeater.request();
        executor.runNext();

        repeater.request();
        executor.runNext();
        executor.runNext();

        assertThat(runs).as("the one at five minutes is cancelled").hasValue(2);
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void manyRequestsDuringARunMakeOneMore() throws Exception {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
        try {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch released = new CountDownLatch(1);
            Repeater repeater = new Repeater(
                    "do it",
                    () -> {
                        runs.incrementAndGet();
                        begun.countDown();
                        try {
                            released.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return Optional.empty();
                    },
                    threads);
            repeater.request();
            begun.await();

            for (int i = 0; i < 100; i++) {
                repeater.request();
            }
            released.countDown();

            await().until(() -> runs.get() == 2);
            repeater.stop();
            assertThat(runs).hasValue(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void doesNotWakeUpBeforeItsTime() {
        repeater(Optional.of(Duration.ofSeconds(1, 1))).request();
        executor.runNext();

        assertThat(executor.delays()).containsExactly(Duration.ofMillis(1001));
    }

    @Test
    void goesOnAfterADefect() {
        Repeater repeater = new Repeater(
                "do it",
                () -> {
                    throw new StackOverflowError();
                },
                executor);
        repeater.request();

        executor.runNext();
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(1));
        executor.runNext();
        assertThat(executor.delays()).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void doesNothingOnceItIsStopped() {
        Repeater repeater = repeater(Optional.of(Duration.ofMinutes(5)));
        repeater.request();
        executor.runNext();
        repeater.stop();

        executor.runNext();
        repeater.request();

        assertThat(runs).hasValue(1);
        assertThat(executor.delays()).isEmpty();
    }

    @Test
    void endsQuietlyWhereTheServerTakesNoMoreTasks() {
        executor.reject();

        repeater(Optional.empty()).request();

        assertThat(executor.delays()).isEmpty();
    }

    @Test
    void interruptsARunWhenItIsStoppedAndWaitsForItsEnd() throws InterruptedException {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
        try {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean interrupted = new AtomicBoolean();
            Repeater repeater = new Repeater(
                    "do it",
                    () -> {
                        begun.countDown();
                        try {
                            TimeUnit.DAYS.sleep(1);
                        } catch (InterruptedException e) {
                            interrupted.set(true);
                            Thread.currentThread().interrupt();
                        }
                        return Optional.of(Duration.ZERO);
                    },
                    threads);
            repeater.request();
            begun.await();

            repeater.stop();

            assertThat(interrupted).isTrue();
            assertThat(threads.submit(() -> Thread.currentThread().isInterrupted()))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(false);
        } finally {
            threads.shutdownNow();
        }
    }
}
