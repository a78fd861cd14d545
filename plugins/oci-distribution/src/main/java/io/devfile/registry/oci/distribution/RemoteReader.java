package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads from a registry. */
record RemoteReader(Caller caller, RemoteRegistry registry) {

    Optional<Descriptor> resolve(RemoteRepository repository, Reference reference) throws OciBackendException {
        Optional<ManifestHead> head = caller.call(new ResolveManifest(repository, reference));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Optional<Descriptor> told = head.get().descriptor(reference);
        return told.isPresent() ? told : manifest(repository, reference).map(Manifest::descriptor);
    }

    Optional<Manifest> manifest(RemoteRepository repository, Reference reference) throws OciBackendException {
        return caller.call(new PullManifest(repository, reference));
    }

    Optional<Blob> blob(RemoteRepository repository, Digest digest) throws OciBackendException {
        OptionalLong size = caller.call(new FindBlob(repository, digest));
        return size.isPresent()
                ? Optional.of(new RemoteBlob(caller, repository, digest, size.getAsLong()))
                : Optional.empty();
    }

    /** Names that are not valid tags are omitted, because they cannot be requested. */
    Optional<SortedSet<Tag>> tags(RemoteRepository repository) throws OciBackendException {
        Optional<List<String>> names =
                new Paging(caller).all(ListTags.first(repository), page -> new ListTags(repository, page));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Tag> tags = new TreeSet<>();
        names.get().forEach(name -> Tag.tryParse(name).ifPresent(tags::add));
        return Optional.of(tags);
    }

    SortedSet<RepositoryName> repositories() throws OciBackendException {
        List<String> remote = new Paging(caller)
                .all(ListRepositories.first(registry), page -> new ListRepositories(registry, page))
                .orElse(List.of());
        SortedSet<RepositoryName> names = new TreeSet<>();
        remote.forEach(name -> registry.localName(name).ifPresent(names::add));
        return names;
    }

    List<Descriptor> referrers(RemoteRepository repository, Digest subject) throws OciBackendException {
        return new Referrers(caller, repository, subject).find();
    }
}
