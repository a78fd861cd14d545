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
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Pushes the artifacts of a catalog that the backend does not have yet. An artifact that is already present costs one
 * request, or none if this publisher has seen it before. For one thread at a time.
 */
public final class Publisher {

    private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

    /**
     * Requests to a remote backend spend most of their time on the network; a much higher number would overload the
     * backend.
     */
    private static final int AT_A_TIME = 8;

    private final OciBackend backend;
    private final ContentStore store;
    private final @Nullable Provenance provenance;
    private final BoundedParallel parallel;
    private final Set<Publication> seen = ConcurrentHashMap.newKeySet();
    /**
     * The publications whose tags were already corrected once: moving such a tag again would undo a later publication
     * of another server.
     */
    private final Set<Publication> moved = ConcurrentHashMap.newKeySet();

    private volatile boolean thorough;

    /** @param executor for pushing several artifacts in parallel */
    public Publisher(OciBackend backend, ContentStore store, ExecutorService executor) {
        this(backend, store, executor, null);
    }

    /**
     * @param executor for pushing several artifacts in parallel
     * @param provenance attaches the origins of artifacts; null to attach none
     */
    public Publisher(
            OciBackend backend, ContentStore store, ExecutorService executor, @Nullable Provenance provenance) {
        this.provenance = provenance;
        this.backend = backend;
        this.store = store;
        this.parallel = new BoundedParallel(executor, AT_A_TIME);
    }

    /**
     * @param pushed the number of artifacts that were missing, or that were present without the right tag
     * @param present the number of artifacts that were already present
     * @param publications all publications
     */
    public record Result(int pushed, int present, List<Publication> publications) {

        public Result {
            publications = List.copyOf(publications);
        }
    }

    private record Unseen(Artifact artifact, CatalogEntry entry, String version) {}

    /** Makes the next run check everything again, including the blobs, because the backend may have lost something. */
    public void forget() {
        seen.clear();
        thorough = true;
    }

    /**
     * Pushes every stack version. A version that was pushed stays pushed if a later one fails.
     *
     * @param answered the names of the sources that have delivered in this run. For other sources, the content from an
     *     earlier run may be older than the publications of another server with the same backend: only missing
     *     artifacts are pushed for them, and no tag is moved.
     * @throws OciBackendException if an artifact cannot be pushed, or at an interrupt
     */
    public Result publish(Catalog catalog, Set<String> answered) throws OciBackendException {
        Set<Publication> current = ConcurrentHashMap.newKeySet();
        List<Publication> all = new ArrayList<>();
        Map<Publication, Unseen> unseen = new ConcurrentHashMap<>();
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
                        unseen.put(publication, new Unseen(artifact, entry, version));
                    }
                });
            }
        }
        // a tag that moves from one artifact to another and later back must be moved back in the backend
        seen.retainAll(new HashSet<>(all));
        moved.retainAll(new HashSet<>(all));
        AtomicInteger pushed = new AtomicInteger();
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        try {
            parallel.forEach(unseen.entrySet(), OciBackendException.class, one -> {
                boolean isCurrent = current.contains(one.getKey());
                if (push(one.getValue().artifact(), isCurrent && !moved.contains(one.getKey()))) {
                    pushed.incrementAndGet();
                }
                if (isCurrent) {
                    moved.add(one.getKey());
                }
                if (attachOrigin(one.getValue(), problems) && isCurrent) {
                    seen.add(one.getKey());
                }
            });
            thorough = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OciBackendException(
                    "push the artifacts to " + backend.location(), "the thread was interrupted", "Try again.", e);
        }
        if (!problems.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "The origins of " + problems.size() + " artifacts could not be attached to them; the first: "
                            + problems.peek() + " This is tried again at the next refresh.");
        }
        return new Result(pushed.get(), all.size() - pushed.get(), all);
    }

    /** @return whether there is nothing left to do; a problem does not fail the publication */
    private boolean attachOrigin(Unseen unseen, Queue<String> problems) {
        if (provenance != null) {
            Artifact artifact = unseen.artifact();
            try {
                provenance.attach(
                        artifact.repository(),
                        artifact.manifest().toManifest(),
                        provenance.of(unseen.entry(), unseen.version()));
            } catch (OciBackendException e) {
                problems.add(e.getMessage());
                return false;
            }
        }
        return true;
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
