package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.BlobContent;
import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.content.IncomingContent;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes the layouts below a root, which it claims at the first change. Blobs are written without a lock, because
 * their location is determined by their digest. Operations that read and write in one step hold the lock of the
 * repository.
 */
final class LayoutWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LayoutWriter.class.getName());

    private final Path root;
    private final IndexFiles indexes;
    private final WriterClaim claim;
    private final RepositoryLocks locks = new RepositoryLocks();

    LayoutWriter(Path root, IndexFiles indexes) {
        this.root = root;
        this.indexes = indexes;
        this.claim = new WriterClaim(root);
    }

    /** Creates the root if it is missing, and claims it. */
    void prepare() throws OciBackendException {
        claim.take();
    }

    void putBlob(RepositoryName repository, Digest digest, long size, BlobContent content) throws OciBackendException {
        Attempt attempt = attempt("store the blob " + digest, repository);
        RepositoryDirectory directory = RepositoryDirectory.of(root, repository);
        boolean there = change(repository, attempt, () -> BlobFiles.renew(directory, digest, size));
        if (!there) {
            BlobFiles.store(directory, new IncomingContent(content, digest, size), attempt);
        }
    }

    void putManifest(RepositoryName repository, Manifest manifest) throws OciBackendException {
        put(repository, manifest, index -> index.with(manifest.descriptor()));
    }

    void putManifest(RepositoryName repository, Manifest manifest, Tag tag) throws OciBackendException {
        put(repository, manifest, index -> index.with(manifest.descriptor(), tag));
    }

    void deleteTag(RepositoryName repository, Tag tag) throws OciBackendException {
        delete(repository, attempt("delete the tag " + tag, repository), index -> index.without(tag));
    }

    void deleteManifest(RepositoryName repository, Digest digest) throws OciBackendException {
        Attempt attempt = attempt("delete the manifest " + digest, repository);
        if (delete(repository, attempt, index -> index.without(digest))) {
            change(repository, attempt, () -> collect(RepositoryDirectory.of(root, repository)));
        }
    }

    /** Checks all content, and removes damaged content. */
    List<Damage> scrub() throws OciBackendException {
        Attempt attempt = new Attempt("verify the layouts in " + root);
        List<Damage> damages = new ArrayList<>();
        try {
            for (RepositoryDirectory directory : new RepositoryTree(root).repositories()) {
                List<Damage> suspects = new BlobScrub(directory).damaged();
                damages.addAll(
                        change(directory.name(), attempt, () -> new LayoutScrub(directory, indexes).clean(suspects)));
            }
        } catch (IOException e) {
            throw attempt.failed(e);
        }
        return damages;
    }

    /** Waits for changes that have begun; later changes fail. */
    @Override
    public void close() throws IOException {
        claim.end();
        locks.drain();
        claim.release();
    }

    private void put(RepositoryName repository, Manifest manifest, UnaryOperator<LayoutIndex> edit)
            throws OciBackendException {
        Attempt attempt = attempt("store the manifest " + manifest.digest(), repository);
        RepositoryDirectory directory = RepositoryDirectory.of(root, repository);
        change(repository, attempt, () -> {
            ManifestFiles.store(directory, manifest, attempt);
            return write(directory, edit);
        });
    }

    /** Deleting content that does not exist needs no write access. */
    private boolean delete(RepositoryName repository, Attempt attempt, UnaryOperator<LayoutIndex> edit)
            throws OciBackendException {
        RepositoryDirectory directory = RepositoryDirectory.of(root, repository);
        LayoutIndex index = indexes.read(directory);
        return !edit.apply(index).equals(index) && change(repository, attempt, () -> write(directory, edit));
    }

    private boolean write(RepositoryDirectory directory, UnaryOperator<LayoutIndex> edit) throws OciBackendException {
        LayoutIndex index = indexes.read(directory);
        LayoutIndex edited = edit.apply(index);
        if (edited.equals(index)) {
            return false;
        }
        indexes.write(directory, edited);
        return true;
    }

    /** Removes unused blobs. A failure is only logged: the manifest is deleted, and the next deletion tries again. */
    private boolean collect(RepositoryDirectory directory) {
        try {
            new UnreferencedBlobs(directory, indexes.read(directory)).remove(Instant.now());
            return true;
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, "Unused blobs were not removed from " + directory.path(), e);
            return false;
        }
    }

    private <T> T change(RepositoryName repository, Attempt attempt, RepositoryLocks.Step<T> step)
            throws OciBackendException {
        return locks.writing(repository, attempt, () -> {
            claim.take();
            return step.run();
        });
    }

    private Attempt attempt(String what, RepositoryName repository) {
        return new Attempt(what + " of " + repository + " in " + root);
    }
}
