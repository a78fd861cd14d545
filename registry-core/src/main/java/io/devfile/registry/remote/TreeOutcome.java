package io.devfile.registry.remote;

import java.util.Optional;

/**
 * The result of a request for a tree: one or both of these.
 *
 * @param tree the tree; if there is a failure, the previous tree
 * @param failure why the tree, or a newer one, is not available
 */
public record TreeOutcome(Optional<RemoteTree> tree, Optional<RemoteException> failure) {

    /** A tree that is still being fetched and was not available before. */
    public static TreeOutcome pending(TreeAddress address) {
        return new TreeOutcome(
                Optional.empty(),
                Optional.of(RemoteException.of(
                        RemoteException.Kind.TIMED_OUT,
                        address,
                        "it is not available yet",
                        "It is used as soon as it is available.")));
    }

    /** The current tree. */
    public static TreeOutcome found(RemoteTree tree) {
        return new TreeOutcome(Optional.of(tree), Optional.empty());
    }

    /** The stored tree is used while a remote fails, but not if the operator does not allow the remote. */
    static TreeOutcome failed(Optional<RemoteTree> kept, RemoteException failure) {
        boolean refused = failure.kind() == RemoteException.Kind.REFUSED;
        return new TreeOutcome(refused ? Optional.empty() : kept, Optional.of(failure));
    }

    /** The tree, which may be an old one. */
    public RemoteTree orElseThrow() throws RemoteException {
        if (tree.isEmpty()) {
            throw failure.orElseThrow();
        }
        return tree.get();
    }
}
