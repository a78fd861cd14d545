package io.devfile.registry.publish;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pushes the artifacts of a catalog that the backend does not have yet. What is there already costs one look, and none
 * where this publisher has seen it there before. For one thread at a time.
 */
public final class Publisher {

    /** Requests to a backend far away spend their time under way; much more than this is unkind to it. */
    private static final int AT_A_TIME = 8;

    private final OciBackend backend;
    private final ContentStore store;
    private final BoundedParallel parallel;
    private final Set<Publication> seen = ConcurrentHashMap.newKeySet();
    /** Those whose tags were put right once: to move such a tag again would undo what another server has published since. */
    private final Set<Publication> moved = ConcurrentHashMap.newKeySet();

    private volatile boolean thorough;

    /** @param executor for pushing several artifacts at a time */
    public Publisher(OciBackend backend, ContentStore store, ExecutorService executor) {
        this.backend = backend;
        this.store = store;
        this.parallel = new BoundedParallel(executor, AT_A_TIME);
    }

    /**
     * @param pushed how many were not there, or were there under another tag
     * @param present how many were there already
     * @param publications all of them
     */
    public record Result(int pushed, int present, List<Publication> publications) {

        public Result {
            publications = List.copyOf(publications);
        }
    }

    /** Looks at everything again the next time, down to the blobs, because the backend may have lost something. */
    public void forget() {
        seen.clear();
        thorough = true;
    }

    /**
     * Pushes every stack version. A version whose artifact is pushed stays pushed when a later one fails.
     *
     * @param answered the names of the sources that have delivered in this run. Of others, what is kept from an earlier run
     *     may be older than what another server with the same backend has published since: of these, only what is missing is
     *     pushed, and no tag is moved.
     * @throws OciBackendException at the first artifact that cannot be pushed, or at an interrupt
     */
    public Result publish(Catalog catalog, Set<String> answered) throws OciBackendException {
        Set<Publication> current = ConcurrentHashMap.newKeySet();
        List<Publication> all = new ArrayList<>();
        Map<Publication, Artifact> unseen = new ConcurrentHashMap<>();
        for (CatalogEntry entry : catalog.entries()) {
            Optional<RepositoryName> repository = entry.repository().map(RepositoryName::new);
            if (repository.isPresent()) {
                entry.versions().forEach((version, content) -> {
                    Artifact artifact = Artifact.of(repository.get(), new Tag(version), content);
                    Publication publication = artifact.publication();
                    all.add(publication);
                    if (answered.contains(entry.source())) {
                        current.add(publication);
                    }
                    if (!seen.contains(publication)) {
                        unseen.put(publication, artifact);
                    }
                });
            }
        }
        // a tag that moves away from one and later back to it must be moved back
        seen.retainAll(new HashSet<>(all));
        moved.retainAll(new HashSet<>(all));
        AtomicInteger pushed = new AtomicInteger();
        try {
            parallel.forEach(unseen.entrySet(), OciBackendException.class, one -> {
                boolean isCurrent = current.contains(one.getKey());
                if (push(one.getValue(), isCurrent && !moved.contains(one.getKey()))) {
                    pushed.incrementAndGet();
                }
                if (isCurrent) {
                    moved.add(one.getKey());
                    seen.add(one.getKey());
                }
            });
            thorough = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OciBackendException(
                    "push the artifacts to " + backend.location(), "the thread was interrupted", "Try again.", e);
        }
        return new Result(pushed.get(), all.size() - pushed.get(), all);
    }

    private boolean push(Artifact artifact, boolean movesTag) throws OciBackendException {
        Manifest manifest = artifact.manifest().toManifest();
        Optional<Descriptor> there = backend.resolve(artifact.repository(), artifact.tag());
        boolean isCurrent = there.filter(descriptor -> descriptor.digest().equals(manifest.digest()))
                .isPresent();
        if (isCurrent && !thorough) {
            return false;
        }
        boolean tagIsOthers = there.isPresent() && !isCurrent && !movesTag;
        if (tagIsOthers
                && backend.resolve(artifact.repository(), manifest.digest()).isPresent()) {
            return false;
        }
        Descriptor config = artifact.manifest().config();
        backend.putBlob(
                artifact.repository(), config.digest(), config.size(), () -> new ByteArrayInputStream(Artifact.CONFIG));
        for (StoredFile file : artifact.layers().values()) {
            backend.putBlob(artifact.repository(), file.digest(), file.size(), () -> store.open(file));
        }
        if (tagIsOthers) {
            backend.putManifest(artifact.repository(), manifest);
        } else if (!isCurrent) {
            backend.putManifest(artifact.repository(), manifest, artifact.tag());
        }
        return !isCurrent;
    }
}
