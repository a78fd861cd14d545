package io.devfile.registry.refresh;

import io.devfile.registry.catalog.SourceCatalog;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The last delivery of each source, from which states are built; also protects content in use from removal. Safe for
 * use by several threads.
 */
final class LatestCatalogs {

    private final List<String> order;
    private final Map<String, SourceCatalog> latest = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final ReadWriteLock reading = new ReentrantReadWriteLock();

    /** @param sources the names of the sources, in order of precedence */
    LatestCatalogs(List<String> sources) {
        this.order = List.copyOf(sources);
    }

    /** Uses the content of an earlier run as delivered, for the sources that still exist. */
    synchronized void restore(List<SourceCatalog> kept) {
        kept.stream().filter(one -> order.contains(one.source())).forEach(one -> latest.put(one.source(), one));
    }

    /** Whether there is a delivery of every source. */
    synchronized boolean haveAll() {
        return latest.keySet().containsAll(order);
    }

    synchronized void deliver(SourceCatalog catalog) {
        latest.put(catalog.source(), catalog);
    }

    /** Records that a source delivered, even if the content is unchanged. */
    synchronized void answered(String source) {
        answered.add(source);
    }

    /** The names of the sources that have delivered in this run. */
    synchronized Set<String> answered() {
        return Set.copyOf(answered);
    }

    /** Whether these are all existing sources. */
    boolean areAll(Set<String> sources) {
        return sources.containsAll(order);
    }

    /** Records that a source was asked, with any result. */
    synchronized void asked(String source) {
        asked.add(source);
    }

    /** Whether every source was asked at least once. */
    synchronized boolean allAsked() {
        return asked.containsAll(order);
    }

    synchronized Optional<SourceCatalog> of(String source) {
        return Optional.ofNullable(latest.get(source));
    }

    /** The available catalogs, in order of precedence. */
    synchronized List<SourceCatalog> all() {
        return order.stream()
                .flatMap(source -> Optional.ofNullable(latest.get(source)).stream())
                .toList();
    }

    /** Reads a source. The content that is read cannot be removed before it is delivered. */
    <T> T reading(Supplier<T> step) {
        reading.readLock().lock();
        try {
            return step.get();
        } finally {
            reading.readLock().unlock();
        }
    }

    /** Removes content, unless a source is being read at this moment; the content is then removed the next time. */
    void clean(Cleaning cleaning) throws IOException {
        if (reading.writeLock().tryLock()) {
            try {
                cleaning.clean(all());
            } finally {
                reading.writeLock().unlock();
            }
        }
    }

    /** Removes content that is no longer in use. */
    @FunctionalInterface
    interface Cleaning {

        /** @param delivered the catalogs from which a state may still be built */
        void clean(List<SourceCatalog> delivered) throws IOException;
    }
}
