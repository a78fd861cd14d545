package io.devfile.registry.starter;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TreeAddress;
import java.time.Duration;
import java.util.Optional;

/** Zips of starter projects that are at remotes. Safe for use by several threads. */
public final class StarterZips {

    private final RemoteTrees trees;
    private final Duration timeout;

    /** @param timeout the timeout of a client */
    public StarterZips(RemoteTrees trees, Duration timeout) {
        this.trees = trees;
        this.timeout = timeout;
    }

    /** The store with the zips. */
    public ContentStore store() {
        return trees.store();
    }

    /**
     * The zip of a starter project.
     *
     * @return empty if the project is not at a remote
     * @throws RemoteException if the project names a remote that it does not have
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Optional<RemoteOutcome<RemoteTree>> find(StarterProject project)
            throws RemoteException, InterruptedException {
        Optional<TreeAddress> address = address(project);
        return address.isEmpty() ? Optional.empty() : Optional.of(trees.await(address.get(), timeout));
    }

    private static Optional<TreeAddress> address(StarterProject project) throws RemoteException {
        if (project.git() != null) {
            return Optional.of(TreeAddress.of(project.git(), project.subDir()));
        }
        return project.isAtRemote()
                ? Optional.of(new TreeAddress.Zip(project.zipLocation(), project.subDir()))
                : Optional.empty();
    }
}
