package io.devfile.registry.remote;

import java.util.Optional;

/**
 * What came of asking for a tree: one or both of these.
 *
 * @param tree the tree; with a failure, the one that was there before
 * @param failure why it, or a newer one, could not be had
 */
public record TreeOutcome(Optional<RemoteTree> tree, Optional<RemoteException> failure) {

    /** One that is still being fetched, and was not before. */
    public static TreeOutcome pending(TreeAddress address) {
        return new TreeOutcome(
                Optional.empty(),
                Optional.of(RemoteException.of(
                        RemoteException.Kind.TIMED_OUT,
                        address,
                        "it is not there yet",
                        "It is taken as soon as it is.")));
    }

    /** A tree as it is. */
    public static TreeOutcome found(RemoteTree tree) {
        return new TreeOutcome(Optional.of(tree), Optional.empty());
    }

    /** What is kept is given out while a remote fails, but not where the operator wants nothing from there. */
    static TreeOutcome failed(Optional<RemoteTree> kept, RemoteException failure) {
        boolean refused = failure.kind() == RemoteException.Kind.REFUSED;
        return new TreeOutcome(refused ? Optional.empty() : kept, Optional.of(failure));
    }

    /** The tree, be it an old one. */
    public RemoteTree orElseThrow() throws RemoteException {
        if (tree.isEmpty()) {
            throw failure.orElseThrow();
        }
        return tree.get();
    }
}
