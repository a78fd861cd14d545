package io.devfile.registry.icon;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Defect;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.index.IconData;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.remote.RemoteCache;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The icons that this server has: from the content itself, and from remotes, which are requested in the background.
 * Fetched icons are stored, also across restarts, checked again once a day, and served while their remote fails. After
 * a failure there is no new request for a while. For one thread at a time.
 */
public final class IconCache implements AutoCloseable {

    /** The maximum size of one icon, in bytes. */
    public static final int SIZE_LIMIT = IconReader.SIZE_LIMIT;

    private static final System.Logger LOG = System.getLogger(IconCache.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    private static final int THREADS = 8;

    /** Only protects the disk: icons that no catalog names are removed in any case. */
    private static final long MAX_BYTES = 2L << 30;

    private final ContentStore store;
    private final RemoteCache<RemoteIcons.Address, RemoteIcon> remote;
    private final IconReader reader;
    private final boolean offline;

    private IconCache(Path file, ContentStore store, @Nullable RemoteFiles files, Clock clock) {
        this.store = store;
        this.offline = files == null;
        this.remote = new RemoteCache<>(
                new RemoteIcons(files, store),
                file,
                Runnable::run,
                new RemoteCache.Limits("icons", THREADS, THREADS, RemoteIcons.TIME_LIMIT.multipliedBy(2), MAX_BYTES),
                clock);
        this.reader = new IconReader(store, remote, offline);
    }

    /**
     * Opens an icon cache that fetches icons.
     *
     * @param file the file in which the fetched icons are recorded
     */
    public static IconCache open(Path file, ContentStore store, RemoteFiles files, Clock clock) {
        return new IconCache(file, store, files, clock);
    }

    /** Opens an icon cache that fetches nothing, and reports no problem about icons that are therefore missing. */
    public static IconCache offline(Path file, ContentStore store) {
        return new IconCache(file, store, null, Clock.systemUTC());
    }

    /**
     * Starts to fetch the remote icons of a catalog that are due, and waits a short time for them. Icons that arrive
     * later are available at the next {@link #read}.
     *
     * @param timeout the maximum time to wait; there is no wait if nothing is due
     * @return the delay until the next call: short while a fetch is in progress, otherwise longer, to check for
     *     changes; empty if there is nothing to fetch
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Optional<Duration> fetch(Catalog catalog, Duration timeout) throws InterruptedException {
        Set<RemoteIcons.Address> addresses = addresses(catalog).collect(Collectors.toSet());
        if (offline || addresses.isEmpty()) {
            return Optional.empty();
        }
        CompletableFuture<?>[] due = addresses.stream()
                .map(remote::find)
                .filter(one -> !one.isDone())
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(due).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.DEBUG, "Some icons are still being fetched");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The fetch of an icon must not complete with an exception", e);
        }
        return Optional.of(remote.isBusy() ? SOON : NOW_AND_THEN);
    }

    /** Removes the remote icons that none of these catalogs name. */
    public void retain(List<Catalog> catalogs) {
        remote.retain(catalogs.stream().flatMap(IconCache::addresses).collect(Collectors.toSet()));
    }

    /** The available icons of a catalog. If the disk fails, only icons are missing. */
    public Icons read(Catalog catalog) {
        IconCollection icons = new IconCollection();
        for (CatalogEntry entry : catalog.entries()) {
            icons.begin(entry);
            places(entry)
                    .forEach(place -> icons.add(
                            place,
                            Defect.contain("an icon of " + entry.entry().name(), () -> read(entry, place))
                                    .orElseGet(IconOutcome.Absent::new)));
        }
        reader.done();
        return icons.build();
    }

    private IconOutcome read(CatalogEntry entry, IconPlace place) {
        try {
            return reader.read(entry, place);
        } catch (IOException | StorageException e) {
            LOG.log(Level.WARNING, "An icon of " + entry.entry().name() + " could not be read or stored.", e);
            return new IconOutcome.Absent();
        }
    }

    /** The icons of a state as data, for answers with inline icons. */
    public IconData data(Icons icons, List<IndexEntry> entries) {
        return InlineIcons.of(icons, entries, store);
    }

    /** The content that must not be removed, although no state names it. */
    public Stream<StoredFile> content() {
        return remote.values().map(icon -> icon.icon().file());
    }

    private static Stream<RemoteIcons.Address> addresses(Catalog catalog) {
        return catalog.entries().stream()
                .flatMap(IconCache::places)
                .filter(IconPlace::isRemote)
                .map(place -> new RemoteIcons.Address(place.address()));
    }

    private static Stream<IconPlace> places(CatalogEntry entry) {
        Stream<IconPlace> versions =
                entry.entry().versions().stream().map(version -> IconPlace.of(entry.entry(), version));
        return Stream.concat(Stream.of(IconPlace.of(entry.entry())), versions)
                .filter(place -> !place.address().isEmpty());
    }

    /** Stops fetches in progress, and records the fetched icons. */
    @Override
    public void close() {
        remote.close();
    }
}
