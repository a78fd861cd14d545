package io.devfile.registry.remote;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request for something at a remote: one or both of these, or neither if nothing is known yet.
 *
 * @param value what was fetched; if there is a failure, what was fetched before; null if there is nothing
 * @param failure why the value, or a newer one, is not available; null if there is no failure
 */
public record RemoteOutcome<V>(@Nullable V value, @Nullable RemoteException failure) {

    /** A value that is still being fetched and was not available before. */
    public static <V> RemoteOutcome<V> pending(Object address) {
        return new RemoteOutcome<>(
                null,
                RemoteException.of(
                        RemoteException.Kind.TIMED_OUT,
                        address,
                        "it is not available yet",
                        "It is used as soon as it is available."));
    }

    /** The current value. */
    public static <V> RemoteOutcome<V> found(V value) {
        return new RemoteOutcome<>(value, null);
    }

    /** The previous value is used while a remote fails, but not if the operator does not allow the remote. */
    static <V> RemoteOutcome<V> failed(@Nullable V before, RemoteException failure) {
        boolean refused = failure.kind() == RemoteException.Kind.REFUSED;
        return new RemoteOutcome<>(refused ? null : before, failure);
    }

    /** The value, which may be an old one. */
    public V orElseThrow() throws RemoteException {
        if (value == null) {
            throw Objects.requireNonNull(failure);
        }
        return value;
    }
}
