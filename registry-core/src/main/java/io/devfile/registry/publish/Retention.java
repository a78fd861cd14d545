package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps track of published artifacts, and removes those that have not been in the content for the retention period. The
 * retention period is for clients that still use an index that names the artifact. Safe for use by several threads.
 */
public final class Retention {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    private final OciBackend backend;
    private final PublicationFile file;
    private final @Nullable Duration grace;
    private Publications publications;
    private boolean removing;

    /**
     * @param file the file in which the published artifacts are recorded
     * @param grace the retention period; null to remove nothing
     */
    public Retention(OciBackend backend, Path file, @Nullable Duration grace) {
        this.backend = backend;
        this.file = new PublicationFile(file);
        this.grace = grace;
        this.publications = this.file.load();
    }

    /**
     * Records the current content.
     *
     * @param complete whether every source has delivered in this run. Before that, missing content may only be late, so
     *     nothing counts as gone and nothing is removed.
     * @throws IOException if the record cannot be stored for the next start
     */
    public synchronized void published(Publisher.Result result, boolean complete, Instant now) throws IOException {
        removing |= complete;
        keep(complete ? publications.with(result.publications(), now) : publications.andAlso(result.publications()));
    }

    /**
     * Removes the artifacts that are due. If the backend does not allow the deletion of an artifact, the artifact stays
     * there and is no longer tracked.
     *
     * @return the number of removed artifacts
     * @throws OciBackendException if a request to the backend fails; the remaining artifacts stay due
     * @throws IOException as {@link #published}
     */
    public int removeDue(Instant now) throws OciBackendException, IOException {
        Set<Publication> done = new HashSet<>();
        int removed = 0;
        try {
            for (Publication one : due(now)) {
                // the artifact may have returned to the content meanwhile
                if (due(now).contains(one)) {
                    removed += remove(one) ? 1 : 0;
                    done.add(one);
                }
            }
        } finally {
            synchronized (this) {
                keep(publications.without(done));
            }
        }
        return removed;
    }

    private boolean remove(Publication one) throws OciBackendException {
        try {
            new Removal(backend, one).run();
            LOG.log(Level.INFO, () -> "Removed " + one + ", which has not been in the content for " + grace);
            return true;
        } catch (NotAllowedException e) {
            LOG.log(Level.INFO, () -> one + " stays in the backend: " + e.getMessage());
            return false;
        }
    }

    private synchronized List<Publication> due(Instant now) {
        return removing && grace != null ? publications.leftBefore(now.minus(grace)) : List.of();
    }

    private void keep(Publications next) throws IOException {
        if (!next.equals(publications)) {
            file.save(next);
            publications = next;
        }
    }
}
