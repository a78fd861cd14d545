package io.devfile.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.Validators;
import io.devfile.registry.fixture.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteTreesTest {

    private static final TreeAddress BRANCH = new TreeAddress.Git("https://a", "main", "");
    private static final TreeAddress COMMIT = new TreeAddress.Git("https://a", "a".repeat(40), "");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile TreeFetch remote = this::give;
    private volatile String content = "first";
    private ContentStore store;
    private RemoteTrees trees;

    @BeforeEach
    void open() throws IOException {
        open(1 << 20, Duration.ofSeconds(10));
    }

    private void open(long maxBytes, Duration timeout) throws IOException {
        store = ContentStore.open(directory.resolve("zips"));
        trees = new RemoteTrees(
                directory,
                store,
                new DiscardedZips(store, clock),
                (address, before) -> {
                    fetches.incrementAndGet();
                    return remote.fetch(address, before);
                },
                new RemoteTrees.Limits(maxBytes, timeout, Duration.ofMinutes(1)),
                clock);
    }

    @AfterEach
    void close() {
        trees.close();
    }

    private RemoteTree give(TreeAddress address, @Nullable RemoteTree before) {
        return new RemoteTree(
                "id of " + content,
                store.add(content.getBytes(StandardCharsets.UTF_8)),
                clock.instant(),
                Validators.NONE,
                clock.instant());
    }

    private static TreeFetch failing(RemoteException.Kind kind) {
        return (address, before) -> {
            throw RemoteException.of(kind, address, "the test wants it so", "Wait.");
        };
    }

    private RemoteOutcome<RemoteTree> ask(TreeAddress address) throws InterruptedException {
        return trees.await(address, TIMEOUT);
    }

    private String read(RemoteOutcome<RemoteTree> outcome) throws IOException, RemoteException {
        return new String(store.read(outcome.orElseThrow().zip()), StandardCharsets.UTF_8);
    }

    private long zips() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("zips"))) {
            return files.count();
        }
    }

    @Test
    void aTreeIsFetchedOnceHoweverManyWantIt() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        remote = (address, before) -> {
            go.await();
            return give(address, before);
        };
        List<CompletableFuture<RemoteOutcome<RemoteTree>>> outcomes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            outcomes.add(trees.find(BRANCH));
        }
        go.countDown();

        for (CompletableFuture<RemoteOutcome<RemoteTree>> outcome : outcomes) {
            assertThat(read(outcome.get())).isEqualTo("first");
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aBranchIsAskedAboutAgainAfterAWhileAndACommitNever() throws Exception {
        ask(BRANCH);
        ask(COMMIT);
        content = "second";
        clock.advance(Duration.ofSeconds(59));
        assertThat(read(ask(BRANCH))).isEqualTo("first");
        clock.advance(Duration.ofSeconds(2));

        assertThat(read(ask(BRANCH))).isEqualTo("second");
        assertThat(read(ask(COMMIT))).isEqualTo("first");
        assertThat(fetches).hasValue(3);
    }

    @Test
    void theLastGoodOneIsGivenWhileTheRemoteFails() throws Exception {
        ask(BRANCH);
        clock.advance(Duration.ofMinutes(5));
        for (RemoteException.Kind kind : new RemoteException.Kind[] {
            RemoteException.Kind.FAILED, RemoteException.Kind.NOT_FOUND, RemoteException.Kind.TIMED_OUT
        }) {
            remote = failing(kind);
            clock.advance(Duration.ofMinutes(5));
            RemoteOutcome<RemoteTree> outcome = ask(BRANCH);

            assertThat(read(outcome)).isEqualTo("first");
            assertThat(outcome.failure())
                    .satisfies(why -> assertThat(why.kind()).isEqualTo(kind));
        }
    }

    @Test
    void nothingIsGivenOfARemoteThatIsRefusedByNow() throws Exception {
        ask(BRANCH);
        clock.advance(Duration.ofMinutes(5));
        remote = failing(RemoteException.Kind.REFUSED);

        RemoteOutcome<RemoteTree> outcome = ask(BRANCH);

        assertThatExceptionOfType(RemoteException.class).isThrownBy(outcome::orElseThrow);
    }

    @Test
    void whatFailedIsTriedAgainAfterSomeSeconds() throws Exception {
        remote = failing(RemoteException.Kind.FAILED);
        assertThat(ask(BRANCH).failure()).isNotNull();
        assertThat(ask(BRANCH).failure()).isNotNull();
        assertThat(fetches).hasValue(1);
        clock.advance(Duration.ofSeconds(11));
        remote = this::give;

        assertThat(read(ask(BRANCH))).isEqualTo("first");
    }

    @Test
    void aFetchThatTakesTooLongIsInterrupted() throws Exception {
        trees.close();
        open(1 << 20, Duration.ofMillis(200));
        CompletableFuture<Void> interrupted = new CompletableFuture<>();
        remote = (address, before) -> {
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException("Nobody counts down");
            } catch (InterruptedException e) {
                interrupted.complete(null);
                throw e;
            }
        };

        RemoteOutcome<RemoteTree> outcome = ask(BRANCH);

        assertThat(interrupted).succeedsWithin(TIMEOUT);
        assertThat(outcome.value()).isNull();
        assertThat(outcome.failure())
                .satisfies(why -> assertThat(why.kind()).isEqualTo(RemoteException.Kind.TIMED_OUT));
    }

    @Test
    void nobodyWaitsLongerThanTheyWant() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        remote = (address, before) -> {
            end.await();
            return give(address, before);
        };

        RemoteOutcome<RemoteTree> outcome = trees.await(BRANCH, Duration.ofMillis(1));

        assertThat(outcome.failure())
                .satisfies(why -> assertThat(why.kind()).isEqualTo(RemoteException.Kind.TIMED_OUT));
        end.countDown();
        assertThat(trees.find(BRANCH)).succeedsWithin(TIMEOUT);
    }

    @Test
    void aDefectIsAFailureAndNotForGood() throws Exception {
        remote = (address, before) -> {
            throw new IllegalStateException("The test wants it so");
        };
        assertThat(ask(BRANCH).failure())
                .satisfies(why -> assertThat(why.reason()).isEqualTo("the registry has a defect"));
        remote = this::give;
        clock.advance(Duration.ofSeconds(11));

        assertThat(read(ask(BRANCH))).isEqualTo("first");
    }

    @Test
    void whatWasFetchedIsThereAfterARestart() throws Exception {
        ask(BRANCH);
        trees.close();
        store.add("of nobody".getBytes(StandardCharsets.UTF_8));
        open();
        remote = failing(RemoteException.Kind.OFFLINE);
        clock.advance(Duration.ofHours(1));

        assertThat(read(ask(BRANCH))).isEqualTo("first");
        assertThat(zips()).isEqualTo(1);
    }

    @Test
    void aDamagedNoteIsNoObstacle() throws Exception {
        ask(BRANCH);
        trees.close();
        Files.writeString(directory.resolve("known.json"), "{\"format\":1,\"trees\":{\"a\":{}}}");
        open();

        assertThat(read(ask(BRANCH))).isEqualTo("first");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void zipsThatThereIsNoRoomForAreRemovedAfterAMinute() throws Exception {
        trees.close();
        open(10_000, TIMEOUT);
        for (int i = 0; i < 20; i++) {
            content = "x".repeat(1000) + i;
            TreeAddress address = new TreeAddress.Git("https://a", "branch" + i, "");
            assertThat(read(ask(address))).isEqualTo(content);
        }
        assertThat(zips()).isEqualTo(20);
        clock.advance(Duration.ofSeconds(61));
        ask(BRANCH);

        assertThat(zips()).isBetween(2L, 6L);
    }

    @Test
    void aZipThatIsGoneIsFetchedAgain() throws Exception {
        RemoteTree tree = ask(COMMIT).orElseThrow();
        store.remove(tree.zip());

        assertThat(read(ask(COMMIT))).isEqualTo("first");
    }
}
