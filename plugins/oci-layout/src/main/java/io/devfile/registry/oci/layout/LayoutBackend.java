package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.BlobContent;
import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Stores each repository as an OCI image layout, below a root directory: version 2.6.0 of the stack go is
 * {@code oci:<root>/devfile-catalog/go:2.6.0} for skopeo, and {@code --oci-layout <root>/devfile-catalog/go:2.6.0} for
 * oras. {@link RepositoryDirectory} defines the directory of a repository name.
 *
 * <p>Content is written to a temporary file, forced to the disk and renamed: first blobs, then manifests, then the
 * index. A reader, or a crash, therefore finds the old state or the new one. Readers take no lock. One backend at a
 * time writes below a root, see {@link WriterClaim}; within the backend, one thread at a time changes a repository.
 */
final class LayoutBackend implements OciBackend {

    private final Path root;
    private final LayoutReader reader;
    private final LayoutWriter writer;
    private volatile boolean closed;

    /** Accesses no file: the disk may become available later. */
    LayoutBackend(Path directory) {
        IndexFiles indexes = new IndexFiles();
        root = directory.toAbsolutePath().normalize();
        reader = new LayoutReader(root, indexes);
        writer = new LayoutWriter(root, indexes);
    }

    @Override
    public String location() {
        return root.toString();
    }

    @Override
    public Optional<Descriptor> resolve(RepositoryName repository, Reference reference) throws OciBackendException {
        return reader().resolve(repository, reference);
    }

    @Override
    public Optional<Manifest> manifest(RepositoryName repository, Reference reference) throws OciBackendException {
        return reader().manifest(repository, reference);
    }

    @Override
    public Optional<Blob> blob(RepositoryName repository, Digest digest) throws OciBackendException {
        return reader().blob(repository, digest).map(blob -> blob);
    }

    @Override
    public void putBlob(RepositoryName repository, Digest digest, long size, BlobContent content)
            throws OciBackendException {
        writer().putBlob(repository, digest, size, content);
    }

    @Override
    public void putManifest(RepositoryName repository, Manifest manifest) throws OciBackendException {
        writer().putManifest(repository, manifest);
    }

    @Override
    public void putManifest(RepositoryName repository, Manifest manifest, Tag tag) throws OciBackendException {
        writer().putManifest(repository, manifest, tag);
    }

    @Override
    public Optional<SortedSet<Tag>> tags(RepositoryName repository) throws OciBackendException {
        return reader().tags(repository);
    }

    @Override
    public SortedSet<RepositoryName> repositories() throws OciBackendException {
        return reader().repositories();
    }

    @Override
    public List<Descriptor> referrers(RepositoryName repository, Digest subject) throws OciBackendException {
        return reader().referrers(repository, subject);
    }

    @Override
    public void deleteTag(RepositoryName repository, Tag tag) throws OciBackendException {
        writer().deleteTag(repository, tag);
    }

    @Override
    public void deleteManifest(RepositoryName repository, Digest digest) throws OciBackendException {
        writer().deleteManifest(repository, digest);
    }

    @Override
    public List<Damage> scrub() throws OciBackendException {
        return writer().scrub();
    }

    @Override
    public void probe() throws OciBackendException {
        writer().prepare();
        if (!Files.isWritable(root)) {
            throw new Attempt("use the directory " + root)
                    .refused(
                            "the server has no write permission",
                            "Give the user of the server process write permission.");
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Tried to release the directory " + root + ", but that failed", e);
        }
    }

    private LayoutReader reader() {
        requireOpen();
        return reader;
    }

    private LayoutWriter writer() {
        requireOpen();
        return writer;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The backend for " + root + " is closed");
        }
    }
}
