package io.devfile.registry.catalog.read;

import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TreeAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The trees of one read, which are fetched at the same time. For a tree that is not available in time, the previous
 * tree is used until the next read. For one thread.
 */
final class VersionTrees {

    private final RemoteTrees trees;
    private final Duration timeout;
    private final Map<TreeAddress.Git, CompletableFuture<RemoteOutcome<RemoteTree>>> begun = new HashMap<>();
    private final Map<TreeAddress.Git, RemoteOutcome<RemoteTree>> outcomes = new HashMap<>();

    VersionTrees(RemoteTrees trees, Duration timeout) {
        this.trees = trees;
        this.timeout = timeout;
    }

    void begin(Collection<TreeAddress.Git> addresses) {
        addresses.forEach(address -> begun.computeIfAbsent(address, trees::find));
    }

    /**
     * Waits for the fetches that were started, until the timeout; an interrupt ends the wait at once.
     *
     * @param late is run for each tree that is not available in time, when it has become available
     */
    void await(Runnable late) {
        try {
            CompletableFuture.allOf(begun.values().toArray(CompletableFuture[]::new))
                    .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            begun.values().stream().filter(one -> !one.isDone()).forEach(one -> one.thenRun(late));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch must not complete with an exception", e);
        }
        begun.forEach((address, outcome) -> outcomes.put(address, now(address, outcome)));
    }

    private RemoteOutcome<RemoteTree> now(
            TreeAddress.Git address, CompletableFuture<RemoteOutcome<RemoteTree>> outcome) {
        return Optional.ofNullable(outcome.getNow(null))
                .or(() -> trees.kept(address).map(RemoteOutcome::found))
                .orElseGet(() -> RemoteOutcome.pending(address));
    }

    RemoteOutcome<RemoteTree> outcome(TreeAddress.Git address) {
        return Optional.ofNullable(outcomes.get(address)).orElseGet(() -> RemoteOutcome.pending(address));
    }

    /**
     * A text for the content at each of these addresses. The texts of two reads are equal if the second read would find
     * nothing new.
     */
    Map<TreeAddress.Git, String> found(Collection<TreeAddress.Git> addresses) {
        Map<TreeAddress.Git, String> found = new HashMap<>();
        addresses.stream()
                .sorted(Comparator.comparing(TreeAddress.Git::key))
                .forEach(address -> found.put(address, text(outcome(address))));
        return found;
    }

    private static String text(RemoteOutcome<RemoteTree> outcome) {
        String id = outcome.value() != null ? outcome.value().id() : "nothing";
        return outcome.failure() != null ? id + " " + outcome.failure().kind() : id;
    }

    /** As {@link RemoteTrees#read}. */
    <T> T read(RemoteTree tree, Function<Path, T> reading) throws IOException {
        return trees.read(tree, reading);
    }
}
