package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.toolkit.file.DurableFiles;
import io.devfile.registry.toolkit.file.TreeLimits;
import io.devfile.registry.toolkit.snapshot.Directories;
import io.devfile.registry.toolkit.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the tree of a commit, or a directory in it. Objects are kept in a bare repository in the work directory,
 * which is cloned again if it is damaged; trees are kept beside it. The revision is the commit.
 */
final class GitSource implements StackSource {

    /** The maximum time of a whole fetch, as a multiple of the timeout. */
    static final int TIMEOUT_FACTOR = 20;

    private final Specification specification;
    private final Path work;
    private final boolean offline;
    private final SnapshotStore store;
    private final FetchThread thread;
    private final GitFailure failure;
    private volatile boolean closed;

    /**
     * The content to deliver, its location and the access to it.
     *
     * @param depth how many commits of history are fetched; null for all
     * @param subdir the directory that is the root of the tree, or an empty text
     */
    record Specification(
            GitAddress address,
            Wanted wanted,
            @Nullable Integer depth,
            String subdir,
            GitAccess access,
            TreeLimits limits) {

        /** Identifies the content of the repository in the work directory. */
        String origin() {
            return address.text() + (depth != null ? " depth " + depth : "");
        }

        String location() {
            return address.text() + (wanted.name() != null ? "#" + wanted.name() : "");
        }
    }

    GitSource(String name, Specification specification, Path work, boolean offline) {
        this.specification = specification;
        this.work = work;
        this.offline = offline;
        this.store = new SnapshotStore(work.resolve("trees"));
        this.thread = new FetchThread("git-" + name);
        this.failure = new GitFailure("fetch " + specification.location(), specification.access());
    }

    @Override
    public String location() {
        return specification.location();
    }

    @Override
    public Snapshot fetch() throws SourceException {
        if (closed) {
            throw new IllegalStateException("The source " + location() + " is closed");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw failure.of("it was interrupted", "The next refresh tries again.");
        }
        if (offline && specification.address().protocol() != GitAddress.Protocol.FILE) {
            throw failure.of(
                    "the registry is offline",
                    "Use a file:// address of a local repository, or set registry.offline to false.");
        }
        FetchControl control = new FetchControl();
        return thread.run(
                () -> work(control),
                control,
                new TransferWatch(repository(), specification, control),
                specification.access().timeout().multipliedBy(TIMEOUT_FACTOR),
                failure);
    }

    private Snapshot work(FetchControl control) throws SourceException {
        OwnConfigurationOnly.install();
        Connections used = null;
        try (Connections connections =
                new Connections(specification.address(), specification.access(), work.resolve("home"), control)) {
            used = connections;
            RemoteRepository remote =
                    new RemoteRepository(connections, specification.wanted(), specification.depth(), control);
            try {
                return update(remote, control);
            } catch (IOException | RuntimeException e) {
                if (control.isCancelled() || !GitFailure.isDamage(e)) {
                    throw e;
                }
                DurableFiles.deleteTree(repository());
                return update(remote, control);
            }
        } catch (IOException | SettingException | OutOfMemoryError e) {
            throw failure.of(e, used);
        }
    }

    private Snapshot update(RemoteRepository remote, FetchControl control) throws IOException, SourceException {
        try (LocalRepository local = LocalRepository.open(repository(), specification.origin())) {
            control.expectData();
            ObjectId commit = remote.update(local);
            control.workLocally();
            Optional<Snapshot> known = store.get(commit.name());
            Snapshot snapshot = known.isPresent() ? known.get() : deliver(local, commit);
            local.tidy();
            return snapshot;
        }
    }

    private Snapshot deliver(LocalRepository local, ObjectId commit) throws IOException, SourceException {
        CommitTree tree = CommitTree.of(local.repository(), commit, specification.subdir());
        return store.add(commit.name(), place -> {
            tree.writeTo(place, specification.limits());
            return new SnapshotStore.Tree(place, directories(local, commit, tree));
        });
    }

    private Directories directories(LocalRepository local, ObjectId commit, CommitTree tree) throws IOException {
        KeptDates kept =
                new KeptDates(work.resolve("dates"), specification.origin() + " subdir " + specification.subdir());
        DirectoryDates dates = History.of(local.repository(), commit, specification.subdir(), tree.id(), kept.read());
        kept.write(dates);
        return dates.directories();
    }

    @Override
    public void close() {
        closed = true;
        store.close();
    }

    private Path repository() {
        return work.resolve("repository");
    }
}
