package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The artifacts that the served index leads to, made once for each repository and state. Thread-safe. */
@ApplicationScoped
public class ServedArtifacts {

    @Inject
    private CurrentState current;

    private volatile Optional<OfState> known = Optional.empty();

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
        return reference instanceof Tag
                ? Optional.ofNullable(artifacts.get(reference)).map(Served::manifest)
                : artifacts.values().stream()
                        .map(Served::manifest)
                        .filter(manifest -> manifest.digest().equals(reference))
                        .findFirst();
    }

    /** Whether one of the repository's artifacts needs a blob. */
    public boolean hasBlob(RepositoryName repository, Digest digest) {
        return in(repository).values().stream().anyMatch(served -> served.hasBlob(digest));
    }

    private Map<Tag, Served> in(RepositoryName repository) {
        Optional<RegistryState> state = current.get();
        if (state.isEmpty() || state.get().inRepository(repository.value()).isEmpty()) {
            return Map.of();
        }
        OfState artifacts = known.filter(one -> one.state() == state.get())
                .orElseGet(() -> new OfState(state.get(), new ConcurrentHashMap<>()));
        known = Optional.of(artifacts);
        return artifacts.repositories().computeIfAbsent(repository, name -> make(name, state.get()));
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
