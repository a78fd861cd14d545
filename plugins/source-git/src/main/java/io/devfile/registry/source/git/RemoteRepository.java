package io.devfile.registry.source.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the missing objects of the wanted commit from the remote repository: one request that determines the commit,
 * and, if it has changed, one that transfers the objects.
 *
 * @param depth how many commits of history are fetched; all of them if it is null
 */
record RemoteRepository(
        Connections connections, Wanted wanted, @Nullable Integer depth, FetchControl control) {

    /**
     * Updates the local repository, and returns its current commit.
     *
     * @throws UnavailableException if the remote repository has no such commit
     * @throws TransportException if the server does not deliver, or the fetch was stopped
     * @throws IOException if the local repository fails
     */
    ObjectId update(LocalRepository local) throws IOException {
        Optional<ObjectId> commit = wanted.commit();
        if (commit.isEmpty()) {
            return updateToTip(local);
        }
        if (!local.current().equals(commit)) {
            updateToCommit(local, commit.get());
        }
        return commit.get();
    }

    private ObjectId updateToTip(LocalRepository local) throws IOException {
        try (Transport transport = open(local);
                FetchConnection connection = connect(transport)) {
            Ref ref = wanted.among(connection.getRefsMap()).orElseThrow(() -> missing(connection.getRefsMap()));
            ObjectId tip = Optional.ofNullable(ref.getPeeledObjectId()).orElse(ref.getObjectId());
            if (local.current().equals(Optional.of(tip))) {
                return tip;
            }
            return fetch(local, connection, List.of(ref), ref.getObjectId());
        }
    }

    /** A server may refuse a commit that no reference points to; then the commits of all references are fetched. */
    private void updateToCommit(LocalRepository local, ObjectId commit) throws IOException {
        try (Transport transport = open(local);
                FetchConnection connection = connect(transport)) {
            Ref direct = new ObjectIdRef.PeeledNonTag(Ref.Storage.NETWORK, commit.name(), commit);
            fetch(local, connection, List.of(direct), commit);
            return;
        } catch (MissingObjectException | TransportException e) {
            if (control.isCancelled() || GitFailure.isUnreachable(e)) {
                throw e;
            }
        }
        try (Transport transport = open(local)) {
            transport.setDepth(null);
            try (FetchConnection connection = transport.openFetch(List.of(), Constants.R_HEADS, Constants.R_TAGS)) {
                check(connection);
                List<Ref> all = new ArrayList<>();
                for (Ref ref : connection.getRefs()) {
                    if (ref.getName().startsWith(Constants.R_HEADS)
                            || ref.getName().startsWith(Constants.R_TAGS)) {
                        all.add(ref);
                    }
                }
                if (all.isEmpty()) {
                    throw missing(Map.of());
                }
                fetch(local, connection, all, commit);
            } catch (MissingObjectException e) {
                throw missing(Map.of());
            }
        }
    }

    private ObjectId fetch(LocalRepository local, FetchConnection connection, Collection<Ref> refs, ObjectId tip)
            throws IOException {
        local.begin();
        try {
            connection.fetch(control, refs, Set.of());
            if (control.isCancelled()) {
                throw new TransportException("the fetch was stopped");
            }
            local.repository().getObjectDatabase().close();
            try (RevWalk walk = new RevWalk(local.repository())) {
                ObjectId commit = walk.parseCommit(tip).getId().copy();
                local.take(commit);
                return commit;
            } catch (IncorrectObjectTypeException e) {
                throw new UnavailableException(
                        wanted.text() + " is not a commit",
                        "Set ref to a branch, a tag of a commit, or a full commit.");
            }
        } finally {
            local.end();
        }
    }

    private Transport open(LocalRepository local) throws TransportException, IOException {
        Transport transport = connections.open(local.repository());
        if (depth != null) {
            transport.setDepth(depth);
        }
        return transport;
    }

    private FetchConnection connect(Transport transport) throws IOException {
        String[] names = wanted.commit().isPresent()
                ? new String[] {Constants.HEAD}
                : wanted.candidates().toArray(String[]::new);
        FetchConnection connection = transport.openFetch(List.of(), names);
        check(connection);
        return connection;
    }

    private void check(FetchConnection connection) throws TransportException {
        control.closeWhenStopped(connection::close);
        if (!(connection instanceof BasePackFetchConnection)) {
            connection.close();
            throw new TransportException("the server does not support Git's protocol");
        }
    }

    private UnavailableException missing(Map<String, Ref> refs) {
        boolean isDefault = wanted.name() == null;
        return new UnavailableException(
                isDefault && refs.isEmpty()
                        ? "the repository is empty, or has no default branch"
                        : wanted.text() + " does not exist yet, or no longer exists",
                "Set ref to an existing branch, tag or full commit.");
    }
}
