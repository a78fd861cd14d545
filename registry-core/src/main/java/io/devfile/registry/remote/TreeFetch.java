package io.devfile.registry.remote;

import io.devfile.registry.content.StorageException;
import org.jspecify.annotations.Nullable;

/** Fetches trees. Implementations are thread-safe, and end soon after an interrupt. */
interface TreeFetch {

    /**
     * Fetches a tree in its current state.
     *
     * @param known the tree that was fetched before; null if there is none, or its zip is no longer stored
     * @throws RemoteException if the tree is not available
     * @throws StorageException if the disk cannot store it
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    RemoteTree fetch(TreeAddress address, @Nullable RemoteTree known) throws RemoteException, InterruptedException;
}
