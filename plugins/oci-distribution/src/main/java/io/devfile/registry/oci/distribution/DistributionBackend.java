package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.BlobContent;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.content.IncomingContent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Stores artifacts in a registry that implements the OCI distribution API. Several backends, in several processes, may
 * use one registry: content is addressed by digest, and storing it twice has the same effect as storing it once.
 *
 * <p>Content that is read is compared with its digest here, independently of the registry. Written content becomes
 * visible to others when the registry makes it visible: a manifest after all content that it names, a tag atomically.
 *
 * <p>Idle connections end some time after the backend is closed; nothing waits for them.
 */
final class DistributionBackend implements OciBackend {

    private static final Duration PROBE = Duration.ofSeconds(4);

    private final RemoteRegistry registry;
    private final Caller caller;
    private final RemoteReader reader;
    private final RemoteWriter writer;
    private volatile boolean closed;

    /** Opens no connection. */
    DistributionBackend(RemoteRegistry registry, Caller caller, int concurrency) {
        this.registry = registry;
        this.caller = caller;
        this.reader = new RemoteReader(caller, registry);
        this.writer = new RemoteWriter(caller, reader, concurrency);
    }

    @Override
    public String location() {
        return registry.toString();
    }

    @Override
    public Optional<Descriptor> resolve(RepositoryName repository, Reference reference) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? reader.resolve(remote.get(), reference) : Optional.empty();
    }

    @Override
    public Optional<Manifest> manifest(RepositoryName repository, Reference reference) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? reader.manifest(remote.get(), reference) : Optional.empty();
    }

    @Override
    public Optional<Blob> blob(RepositoryName repository, Digest digest) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? reader.blob(remote.get(), digest) : Optional.empty();
    }

    @Override
    public void putBlob(RepositoryName repository, Digest digest, long size, BlobContent content)
            throws OciBackendException {
        writer.putBlob(require(repository), new IncomingContent(content, digest, size));
    }

    @Override
    public void putManifest(RepositoryName repository, Manifest manifest) throws OciBackendException {
        writer.putManifest(require(repository), manifest, Optional.empty());
    }

    @Override
    public void putManifest(RepositoryName repository, Manifest manifest, Tag tag) throws OciBackendException {
        writer.putManifest(require(repository), manifest, Optional.of(tag));
    }

    @Override
    public Optional<SortedSet<Tag>> tags(RepositoryName repository) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? reader.tags(remote.get()) : Optional.empty();
    }

    @Override
    public SortedSet<RepositoryName> repositories() throws OciBackendException {
        requireOpen();
        return reader.repositories();
    }

    @Override
    public List<Descriptor> referrers(RepositoryName repository, Digest subject) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? reader.referrers(remote.get(), subject) : List.of();
    }

    @Override
    public void deleteTag(RepositoryName repository, Tag tag) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        if (remote.isPresent()) {
            writer.deleteTag(remote.get(), tag);
        }
    }

    @Override
    public void deleteManifest(RepositoryName repository, Digest digest) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        if (remote.isPresent()) {
            writer.deleteManifest(remote.get(), digest);
        }
    }

    @Override
    public void probe() throws OciBackendException {
        requireOpen();
        caller.probe(new ProbeApi(registry), PROBE);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A repository whose name is not possible in the registry does not exist. */
    private Optional<RemoteRepository> find(RepositoryName name) {
        requireOpen();
        return registry.repository(name);
    }

    private RemoteRepository require(RepositoryName name) throws OciBackendException {
        return find(name)
                .orElseThrow(() -> new OciBackendException(
                        "store something in the repository " + name,
                        "its name and the path in " + registry + " have more than " + RepositoryName.MAX_LENGTH
                                + " characters in total",
                        "Use a shorter name, or an address with a shorter path."));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The backend for " + registry + " is closed");
        }
    }
}
