package io.devfile.registry.remote;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Zips that are not needed any more. They stay for a minute, for threads that are about to read them. Thread-safe. */
final class DiscardedZips {

    private static final System.Logger LOG = System.getLogger(DiscardedZips.class.getName());
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ContentStore store;
    private final Clock clock;
    private final Queue<Discarded> discarded = new ConcurrentLinkedQueue<>();

    private record Discarded(StoredFile zip, Instant due) {}

    DiscardedZips(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Schedules a zip for removal, unless a tree uses it at that time. */
    void add(StoredFile zip) {
        discarded.add(new Discarded(zip, clock.instant().plus(GRACE)));
    }

    /** Removes the zips that are due. */
    void sweep(Supplier<Set<Digest>> used) {
        Instant now = clock.instant();
        for (Discarded next = discarded.peek(); next != null && next.due().isBefore(now); next = discarded.peek()) {
            if (discarded.remove(next) && !used.get().contains(next.zip().digest())) {
                try {
                    store.remove(next.zip());
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "A zip that is no longer needed could not be removed.", e);
                }
            }
        }
    }
}
