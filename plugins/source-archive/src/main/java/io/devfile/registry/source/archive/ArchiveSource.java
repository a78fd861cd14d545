package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.toolkit.snapshot.SnapshotStore;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the unpacked content of an archive. The revision is the digest of the archive, so a repacked archive has
 * another revision.
 */
final class ArchiveSource implements StackSource {

    private final ArchiveOrigin origin;
    private final @Nullable String sha256;
    private final Unpacking unpacking;
    private final SnapshotStore store;
    private volatile boolean closed;

    /** @param sha256 the digest of the only archive that is accepted; null if any is accepted */
    ArchiveSource(ArchiveOrigin origin, @Nullable String sha256, Unpacking unpacking, SnapshotStore store) {
        this.origin = origin;
        this.sha256 = sha256;
        this.unpacking = unpacking;
        this.store = store;
    }

    @Override
    public String location() {
        return origin.location();
    }

    @Override
    public Snapshot fetch() throws SourceException {
        if (closed) {
            throw new IllegalStateException("The source " + location() + " is closed");
        }
        Attempt attempt = new Attempt("unpack the archive " + location());
        if (Thread.currentThread().isInterrupted()) {
            throw attempt.failed("it was interrupted", "The next refresh tries again.");
        }
        try {
            ArchiveFile archive = origin.current();
            String wanted = sha256 != null ? sha256 : archive.sha256();
            if (!wanted.equals(archive.sha256())) {
                throw attempt.failed(
                        "its SHA-256 is " + archive.sha256() + ", not " + wanted,
                        "Find out why it changed; if the change is intended, set the source's sha256 to the new digest.");
            }
            String revision = "sha256:" + archive.sha256();
            Optional<Snapshot> known = store.get(revision);
            return known.isPresent()
                    ? known.get()
                    : store.add(revision, place -> {
                        SnapshotStore.Tree tree = unpacking.unpack(archive, place);
                        if (!origin.isUnchanged(archive)) {
                            throw attempt.failed(
                                    "it was changed while it was read",
                                    "Replace an archive by renaming a complete file; the next refresh tries again.");
                        }
                        return tree;
                    });
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        store.close();
    }
}
