package io.devfile.registry.publish;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.DefaultVersion;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.state.RegistryState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The artifacts that the served index refers to, created once for each repository and state. Thread-safe. */
public final class ServedArtifacts {

    private final Supplier<Optional<RegistryState>> current;

    private volatile @Nullable OfState known;

    /** The artifacts of the previous state; clients that have just resolved a tag still read them by digest. */
    private volatile @Nullable OfState former;

    /** @param current the state that is being served */
    public ServedArtifacts(Supplier<Optional<RegistryState>> current) {
        this.current = current;
    }

    private record OfState(RegistryState state, Map<RepositoryName, Map<Tag, Served>> repositories) {}

    private record Served(Artifact artifact, Manifest manifest) {
        boolean hasBlob(Digest digest) {
            return artifact.layers().containsKey(digest)
                    || artifact.manifest().config().digest().equals(digest);
        }
    }

    /** The manifest of a version, by its tag or its digest. */
    public Optional<Manifest> manifest(RepositoryName repository, Reference reference) {
        Map<Tag, Served> artifacts = in(repository);
        if (reference instanceof Tag) {
            return Optional.ofNullable(artifacts.get(reference)).map(Served::manifest);
        }
        OfState previous = former;
        Map<Tag, Served> old = previous != null ? in(repository, previous) : Map.of();
        return Stream.concat(artifacts.values().stream(), old.values().stream())
                .map(Served::manifest)
                .filter(manifest -> manifest.digest().equals(reference))
                .findFirst();
    }

    /** Whether a version has the tag for deprecated versions, or its entry has it. */
    public boolean isDeprecated(RepositoryName repository, Tag version) {
        return current.get()
                .flatMap(state -> state.inRepository(repository.value()))
                .map(CatalogEntry::entry)
                .filter(entry -> entry.tags().contains(DefaultVersion.DEPRECATED)
                        || entry.versions().stream()
                                .anyMatch(one -> one.version().equals(version.value())
                                        && one.tags().contains(DefaultVersion.DEPRECATED)))
                .isPresent();
    }

    /** Whether one of the repository's artifacts needs a blob. */
    public boolean hasBlob(RepositoryName repository, Digest digest) {
        return in(repository).values().stream().anyMatch(served -> served.hasBlob(digest));
    }

    private Map<Tag, Served> in(RepositoryName repository) {
        return current.get().map(state -> in(repository, of(state))).orElse(Map.of());
    }

    private static Map<Tag, Served> in(RepositoryName repository, OfState artifacts) {
        return artifacts.state().inRepository(repository.value()).isEmpty()
                ? Map.of()
                : artifacts.repositories().computeIfAbsent(repository, name -> make(name, artifacts.state()));
    }

    private synchronized OfState change(RegistryState state) {
        OfState last = known;
        if (last != null && last.state() == state) {
            return last;
        }
        former = last;
        OfState next = new OfState(state, new ConcurrentHashMap<>());
        known = next;
        return next;
    }

    private OfState of(RegistryState state) {
        OfState last = known;
        return last != null && last.state() == state ? last : change(state);
    }

    private static Map<Tag, Served> make(RepositoryName repository, RegistryState state) {
        Map<Tag, Served> artifacts = new HashMap<>();
        state.inRepository(repository.value()).orElseThrow().versions().forEach((version, content) -> {
            Artifact artifact = Artifact.of(repository, new Tag(version), content);
            artifacts.put(
                    artifact.tag(), new Served(artifact, artifact.manifest().toManifest()));
        });
        return artifacts;
    }
}
