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
 * What each source delivered last, for whoever makes a state of it; and which content is in use meanwhile. Safe for use by
 * several threads.
 */
final class Deliveries {

    private final List<String> order;
    private final Map<String, SourceCatalog> latest = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final ReadWriteLock reading = new ReentrantReadWriteLock();

    /** @param sources their names, in order of precedence */
    Deliveries(List<String> sources) {
        this.order = List.copyOf(sources);
    }

    /** Takes what is kept from an earlier run as delivered, of the sources that there still are. */
    synchronized void restore(List<SourceCatalog> kept) {
        kept.stream().filter(one -> order.contains(one.source())).forEach(one -> latest.put(one.source(), one));
    }

    /** Whether there is something of every source. */
    synchronized boolean haveAll() {
        return latest.keySet().containsAll(order);
    }

    synchronized void deliver(SourceCatalog catalog) {
        latest.put(catalog.source(), catalog);
    }

    /** Takes note that a source delivered, be it what it delivered before. */
    synchronized void answered(String source) {
        answered.add(source);
    }

    /** The names of the sources that have delivered in this run. */
    synchronized Set<String> answered() {
        return Set.copyOf(answered);
    }

    /** Whether these are all sources that there are. */
    boolean areAll(Set<String> sources) {
        return sources.containsAll(order);
    }

    /** Takes note that a source was asked, whatever came of it. */
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

    /** What there is, in order of precedence. */
    synchronized List<SourceCatalog> all() {
        return order.stream()
                .flatMap(source -> Optional.ofNullable(latest.get(source)).stream())
                .toList();
    }

    /** Reads a source, and keeps what is read from being cleaned away before it is delivered. */
    <T> T reading(Supplier<T> step) {
        reading.readLock().lock();
        try {
            return step.get();
        } finally {
            reading.readLock().unlock();
        }
    }

    /** Cleans content away, unless somebody is reading a source just now: then the next time will do. */
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

        /** @param delivered what may still be made a state of */
        void clean(List<SourceCatalog> delivered) throws IOException;
    }
}
