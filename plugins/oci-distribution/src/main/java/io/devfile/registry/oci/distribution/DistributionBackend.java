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
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Stores artifacts in a registry that implements the OCI distribution API. Several backends, in several processes, may
 * use one registry: content is addressed by digest, and storing it twice has the same effect as storing it once.
 *
 * <p>Content that is read is compared with its digest here, independently of the registry. Written content becomes
 * visible to others when the registry makes it visible: a manifest after all content that it names, a tag atomically.
 */
final class DistributionBackend implements OciBackend {

    private static final Duration PROBE = Duration.ofSeconds(4);

    private final RemoteRegistry registry;
    private final RegistryClient client;
    private final ReferrersTag referrers;
    private final RegistryWriter writer;
    private volatile boolean closed;

    /** Opens no connection. */
    DistributionBackend(RemoteRegistry registry, RegistryClient client, int concurrency) {
        this.registry = registry;
        this.client = client;
        this.referrers = new ReferrersTag(client);
        this.writer = new RegistryWriter(client, referrers, concurrency);
    }

    @Override
    public String location() {
        return registry.toString();
    }

    @Override
    public Optional<Descriptor> resolve(RepositoryName repository, Reference reference) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? ResolveManifest.descriptor(client, remote.get(), reference) : Optional.empty();
    }

    @Override
    public Optional<Manifest> manifest(RepositoryName repository, Reference reference) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? client.call(new PullManifest(remote.get(), reference)) : Optional.empty();
    }

    @Override
    public Optional<Blob> blob(RepositoryName repository, Digest digest) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        OptionalLong size = remote.isPresent() ? client.call(new FindBlob(remote.get(), digest)) : OptionalLong.empty();
        return size.isPresent()
                ? Optional.of(new RemoteBlob(client, remote.get(), digest, size.getAsLong()))
                : Optional.empty();
    }

    @Override
    public void putBlob(RepositoryName repository, Digest digest, long size, BlobContent content)
            throws OciBackendException {
        writer.putBlob(require(repository), new IncomingContent(content, digest, size));
    }

    @Override
    public void putManifest(RepositoryName repository, Manifest manifest) throws OciBackendException {
        writer.putManifest(require(repository), manifest, null);
    }

    @Override
    public void putManifest(RepositoryName repository, Manifest manifest, Tag tag) throws OciBackendException {
        writer.putManifest(require(repository), manifest, tag);
    }

    /** Names that are not valid tags are omitted, because they cannot be requested. */
    @Override
    public Optional<SortedSet<Tag>> tags(RepositoryName repository) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        Optional<List<String>> names =
                remote.isPresent() ? Listing.tags(remote.get()).read(client) : Optional.empty();
        return names.map(all -> {
            SortedSet<Tag> tags = new TreeSet<>();
            all.forEach(name -> Tag.tryParse(name).ifPresent(tags::add));
            return tags;
        });
    }

    @Override
    public SortedSet<RepositoryName> repositories() throws OciBackendException {
        requireOpen();
        Listing<String> listing = Listing.repositories(registry);
        SortedSet<RepositoryName> names = new TreeSet<>();
        listing.read(client)
                .orElseThrow(() -> listing.absent(registry))
                .forEach(name -> registry.localName(name).ifPresent(names::add));
        return names;
    }

    @Override
    public List<Descriptor> referrers(RepositoryName repository, Digest subject) throws OciBackendException {
        Optional<RemoteRepository> remote = find(repository);
        return remote.isPresent() ? referrers.find(remote.get(), subject) : List.of();
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
        client.callOnce(new RegistryClient.Probe(registry), PROBE);
    }

    /** Ends all calls. */
    @Override
    public void close() {
        closed = true;
        client.close();
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
