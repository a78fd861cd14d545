package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TestRemotes;
import io.devfile.registry.remote.TreeAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTreesTest {

    private static final TreeAddress.Git FAST = new TreeAddress.Git("https://fast", "main", "");
    private static final TreeAddress.Git SLOW = new TreeAddress.Git("https://slow", "main", "");

    @TempDir
    private Path directory;

    private final TestRemotes remotes = new TestRemotes();
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger late = new AtomicInteger();
    private RemoteTrees trees;

    @BeforeEach
    void open() throws IOException {
        trees = remotes.open(directory.resolve("trees"), clock);
        Path tree = Files.createDirectories(directory.resolve("tree"));
        remotes.put(FAST.url(), "f1", tree);
        remotes.put(SLOW.url(), "s1", tree);
    }

    @AfterEach
    void close() {
        trees.close();
    }

    private Map<TreeAddress.Git, String> found(Duration timeout) {
        VersionTrees reading = new RemoteVersions(trees, timeout).begin();
        reading.begin(Set.of(FAST, SLOW));
        reading.await(late::incrementAndGet);
        return reading.found(Set.of(FAST, SLOW));
    }

    @Test
    void oneThatIsSlowHoldsUpNobodyForLong() {
        CountDownLatch answer = remotes.hold(SLOW.url());
        await().untilAsserted(() -> assertThat(found(Duration.ofMillis(100)))
                .containsEntry(FAST, "f1")
                .containsEntry(SLOW, "nothing TIMED_OUT"));
        assertThat(late).hasValue(0);
        answer.countDown();

        await().untilAsserted(() -> assertThat(late).hasPositiveValue());
        assertThat(found(Duration.ofSeconds(20))).containsEntry(SLOW, "s1");
    }

    @Test
    void oneThatWasThereBeforeCountsAsItWasUntilThereIsNews() {
        assertThat(found(Duration.ofSeconds(20))).containsEntry(SLOW, "s1");
        clock.advance(Duration.ofMinutes(1));
        CountDownLatch answer = remotes.hold(SLOW.url());

        assertThat(found(Duration.ofMillis(100))).containsEntry(SLOW, "s1");
        answer.countDown();
        // the fetch writes its files before the directory of this test is removed
        assertThat(found(Duration.ofSeconds(20))).containsEntry(SLOW, "s1");
    }

    @Test
    void aFailureIsNewsAndSoIsItsEnd() {
        assertThat(found(Duration.ofSeconds(20))).containsEntry(SLOW, "s1");
        clock.advance(Duration.ofMinutes(1));
        remotes.fail(SLOW.url(), RemoteException.Kind.FAILED);
        assertThat(found(Duration.ofSeconds(20))).containsEntry(SLOW, "s1 FAILED");
    }
}
