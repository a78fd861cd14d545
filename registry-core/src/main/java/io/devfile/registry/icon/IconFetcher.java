package io.devfile.registry.icon;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.FetchRequest;
import io.devfile.registry.fetch.FetchThreads;
import io.devfile.registry.fetch.Fetched;
import io.devfile.registry.fetch.RemoteFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fetches icons in the background, several in parallel and each only once at a time. Safe for use by several threads.
 */
final class IconFetcher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IconFetcher.class.getName());
    private static final int THREADS = 8;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    /** Image types, and generic types that servers use for images; the content decides. */
    private static final Set<String> MEDIA_TYPES = Set.of(
            "image/*", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml", "text/plain");

    private final RemoteFiles remote;
    private final ContentStore store;
    private final RemoteIcons icons;
    private final Clock clock;
    private final ExecutorService threads = FetchThreads.queueing(THREADS, "icons");
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    IconFetcher(RemoteFiles remote, ContentStore store, RemoteIcons icons, Clock clock) {
        this.remote = remote;
        this.store = store;
        this.icons = icons;
        this.clock = clock;
    }

    /**
     * Starts to fetch the icons that are due, and waits a short time for them; slower fetches continue in the
     * background.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    void fetch(Collection<String> addresses, Duration timeout) throws InterruptedException {
        Instant now = clock.instant();
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        for (String address : addresses) {
            if (icons.get(address).isDue(now)) {
                begin(address).ifPresent(begun::add);
            }
        }
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.fine(() -> underWay.size() + " icons are still being fetched");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The fetch of an icon must not complete with an exception", e);
        }
    }

    /** Whether some are still being fetched. */
    boolean isBusy() {
        return !underWay.isEmpty();
    }

    private Optional<CompletableFuture<Void>> begin(String address) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (underWay.putIfAbsent(address, done) != null) {
            return Optional.empty();
        }
        try {
            threads.execute(() -> {
                try {
                    fetch(address);
                } finally {
                    underWay.remove(address);
                    done.complete(null);
                }
            });
            return Optional.of(done);
        } catch (RejectedExecutionException e) {
            // the server is stopping
            underWay.remove(address);
            return Optional.empty();
        }
    }

    private void fetch(String address) {
        RemoteIcon known = icons.get(address);
        FetchRequest request = FetchRequest.of(address, IconReader.SIZE_LIMIT, TIME_LIMIT)
                .accepting(MEDIA_TYPES)
                .unless(known.validators());
        try {
            Fetched<byte[]> fetched = remote.bytes(request);
            if (fetched instanceof Fetched.Content<byte[]> content) {
                take(address, content);
            } else {
                icons.update(address, icon -> icon.confirmed(clock.instant()));
            }
        } catch (FetchException e) {
            LOG.log(Level.FINE, e.getMessage(), e);
            icons.update(address, icon -> icon.failed(e, clock.instant()));
        } catch (StorageException e) {
            LOG.log(Level.WARNING, "The icon " + request.shown() + " could not be stored.", e);
        } catch (InterruptedException e) {
            // the server is stopping
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.log(Level.SEVERE, "The icon " + request.shown() + " could not be fetched because of a defect.", e);
        }
    }

    private void take(String address, Fetched.Content<byte[]> content) {
        Optional<ImageType> type = ImageType.of(content.content());
        if (type.isEmpty()) {
            icons.update(address, icon -> icon.unusable(IconReader.NO_IMAGE, clock.instant()));
            return;
        }
        IconFile file = new IconFile(store.add(content.content()), type.get());
        icons.update(address, icon -> icon.fetched(file, content.validators(), clock.instant()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
