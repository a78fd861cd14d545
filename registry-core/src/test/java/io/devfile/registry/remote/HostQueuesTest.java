package io.devfile.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostQueuesTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(6);
    private final HostQueues queues = new HostQueues(threads, 2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aHostThatHangsLeavesThreadsForOthersAndItsOwnTasksComeInTurn() {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            queues.execute("slow", () -> {
                begun.incrementAndGet();
                try {
                    hang.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        List<String> done = new ArrayList<>();
        queues.execute("fast", () -> done.add("fast"));
        await().until(() -> done.equals(List.of("fast")));
        assertThat(begun.get()).isLessThanOrEqualTo(2);

        hang.countDown();
        await().untilAsserted(() -> assertThat(begun.get()).isEqualTo(20));
    }

    @Test
    void aTaskThatFailsLetsTheNextOneRun() {
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            queues.execute("host", () -> {
                done.incrementAndGet();
                throw new IllegalStateException("a defect");
            });
        }
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(done.get()).isEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.com/a.git, example.com",
        "http://example.com:8080/b.zip, example.com",
        "git@example.com:a.git, git@example.com:a.git",
        "not an address, not an address"
    })
    void hostsAreToldApartByTheirNames(String url, String host) {
        assertThat(HostQueues.host(url)).isEqualTo(host);
    }
}
