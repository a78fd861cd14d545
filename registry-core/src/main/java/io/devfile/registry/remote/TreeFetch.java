package io.devfile.registry.remote;

import io.devfile.registry.content.StorageException;
import java.util.Optional;

/** Fetches trees. Implementations are thread-safe, and end soon after an interrupt. */
interface TreeFetch {

    /**
     * Fetches a tree as it is now.
     *
     * @param known what was fetched from there before, whose zip is still kept
     * @throws RemoteException where it cannot be had
     * @throws StorageException where the disk does not take it
     * @throws InterruptedException where this thread is interrupted meanwhile
     */
    RemoteTree fetch(TreeAddress address, Optional<RemoteTree> known) throws RemoteException, InterruptedException;
}
