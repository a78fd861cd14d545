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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The icons that this server has: from the content itself, and from remotes, which are requested in the background.
 * Fetched icons are stored, also across restarts, checked again once a day, and served while their remote fails. After
 * a failure there is no new request for a while. For one thread at a time.
 */
public final class IconCache implements AutoCloseable {

    /** The maximum size of one icon, in bytes. */
    public static final int SIZE_LIMIT = IconReader.SIZE_LIMIT;

    private static final Logger LOG = Logger.getLogger(IconCache.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    private final ContentStore store;
    private final RemoteIcons remote;
    private final IconReader reader;
    private final Optional<IconFetcher> fetcher;

    private IconCache(ContentStore store, RemoteIcons remote, IconReader reader, Optional<IconFetcher> fetcher) {
        this.store = store;
        this.remote = remote;
        this.reader = reader;
        this.fetcher = fetcher;
    }

    /**
     * Opens an icon cache that fetches icons.
     *
     * @param file the file in which the fetched icons are recorded
     */
    public static IconCache open(Path file, ContentStore store, RemoteFiles files, Clock clock) {
        RemoteIcons remote = new RemoteIcons(file);
        remote.load(store);
        return new IconCache(
                store,
                remote,
                new IconReader(store, remote, false),
                Optional.of(new IconFetcher(files, store, remote, clock)));
    }

    /** Opens an icon cache that fetches nothing, and reports no problem about icons that are therefore missing. */
    public static IconCache offline(Path file, ContentStore store) {
        RemoteIcons remote = new RemoteIcons(file);
        remote.load(store);
        return new IconCache(store, remote, new IconReader(store, remote, true), Optional.empty());
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
        Set<String> addresses = addresses(catalog).collect(Collectors.toSet());
        if (fetcher.isEmpty() || addresses.isEmpty()) {
            return Optional.empty();
        }
        fetcher.get().fetch(addresses, timeout);
        remote.save();
        return Optional.of(fetcher.get().isBusy() ? SOON : NOW_AND_THEN);
    }

    /** Removes the remote icons that none of these catalogs name. */
    public void retain(List<Catalog> catalogs) {
        remote.retain(catalogs.stream().flatMap(IconCache::addresses).collect(Collectors.toSet()));
        remote.save();
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
        return remote.files();
    }

    private static Stream<String> addresses(Catalog catalog) {
        return catalog.entries().stream()
                .flatMap(IconCache::places)
                .filter(IconPlace::isRemote)
                .map(IconPlace::address);
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
        fetcher.ifPresent(IconFetcher::close);
        remote.save();
    }
}
