package io.devfile.registry.remote;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RemoteCache} fetches. Implementations are thread-safe.
 *
 * @param <A> an address; its text is safe for messages
 * @param <V> a record that JSON-B can write and read
 */
public interface Remote<A, V> {

    /** The class of the values. */
    Class<V> type();

    /** The text under which the value of an address is recorded; it contains no secrets. */
    String key(A address);

    /** The address as a URL, for the limit of each host. */
    String url(A address);

    /**
     * Fetches a value; ends soon after an interrupt.
     *
     * @param before the value that was fetched before; null if there is none, or it is no longer whole
     * @throws RemoteException if the value is not available
     * @throws io.devfile.registry.content.StorageException if the disk cannot store it
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    Received<V> fetch(A address, @Nullable V before) throws RemoteException, InterruptedException;

    /** A value to use until the first fetch is complete. */
    default Optional<Received<V>> initial(A address) {
        return Optional.empty();
    }

    /** How long a value counts as current after a fetch. */
    Duration freshFor(A address);

    /** How long there is no new attempt after a failure. */
    Duration retryAfter(RemoteException.Kind failure);

    /** Whether the files of a value still exist. */
    boolean isWhole(V value);

    /** As {@link #isWhole}, after a start; may also compare the content of files with their digests. */
    default boolean isIntact(V value) {
        return isWhole(value);
    }

    /** The size of the files of a value, in bytes. */
    long bytes(V value);

    /** Is called for a value that is no longer kept, or that was replaced. */
    default void dropped(V value) {}

    /** What arrived. */
    @FunctionalInterface
    interface Received<V> {

        /**
         * Stores what arrived, and returns the value. Content that this method stores is not removed before the value is
         * recorded.
         *
         * @throws io.devfile.registry.content.StorageException if the disk cannot store it
         */
        V store();
    }
}
