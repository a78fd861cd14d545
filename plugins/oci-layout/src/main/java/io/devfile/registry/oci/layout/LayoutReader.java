package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads from the layouts below a root. Takes no lock: it sees the state before or after a change. */
record LayoutReader(Path root, IndexFiles indexes) {

    Optional<Descriptor> resolve(RepositoryName repository, Reference reference) throws OciBackendException {
        return indexes.read(directory(repository))
                .find(reference)
                .map(found -> Descriptor.of(found.mediaType(), found.digest(), found.size()));
    }

    Optional<Manifest> manifest(RepositoryName repository, Reference reference) throws OciBackendException {
        RepositoryDirectory directory = directory(repository);
        return ask(directory, index -> {
            Optional<Descriptor> found = index.find(reference);
            return found.isPresent() ? Optional.of(ManifestFiles.read(directory, found.get())) : Optional.empty();
        });
    }

    Optional<LayoutBlob> blob(RepositoryName repository, Digest digest) throws OciBackendException {
        return BlobFiles.find(directory(repository), digest);
    }

    Optional<SortedSet<Tag>> tags(RepositoryName repository) throws OciBackendException {
        LayoutIndex index = indexes.read(directory(repository));
        return index.isEmpty() ? Optional.empty() : Optional.of(index.tags());
    }

    SortedSet<RepositoryName> repositories() throws OciBackendException {
        SortedSet<RepositoryName> names = new TreeSet<>();
        try {
            for (RepositoryDirectory directory : new RepositoryTree(root).repositories()) {
                if (!indexes.read(directory).isEmpty()) {
                    names.add(directory.name());
                }
            }
        } catch (IOException e) {
            throw new Attempt("list the repositories in " + root).failed(e);
        }
        return names;
    }

    List<Descriptor> referrers(RepositoryName repository, Digest subject) throws OciBackendException {
        RepositoryDirectory directory = directory(repository);
        return ask(directory, index -> new Referrers(directory, index).of(subject));
    }

    private RepositoryDirectory directory(RepositoryName repository) {
        return RepositoryDirectory.of(root, repository);
    }

    /** Repeats the query if a manifest is missing because the index has changed since it was read. */
    private <T> T ask(RepositoryDirectory directory, Question<T> question) throws OciBackendException {
        LayoutIndex index = indexes.read(directory);
        while (true) {
            try {
                return question.answer(index);
            } catch (MissingContentException e) {
                LayoutIndex now = indexes.read(directory);
                if (now.equals(index)) {
                    throw e;
                }
                index = now;
            }
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer(LayoutIndex index) throws OciBackendException;
    }
}
