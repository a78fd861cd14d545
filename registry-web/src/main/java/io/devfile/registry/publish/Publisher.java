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
import java.util.Optional;

/** Pushes the artifacts of a catalog that the backend does not have yet. What is there already costs one look. */
public final class Publisher {

    private final OciBackend backend;
    private final ContentStore store;

    public Publisher(OciBackend backend, ContentStore store) {
        this.backend = backend;
        this.store = store;
    }

    /**
     * @param pushed artifacts that were not there, or of which the tag pointed elsewhere
     * @param present artifacts that were there already
     */
    public record Result(int pushed, int present) {}

    /**
     * Pushes every stack version. A version whose artifact is pushed stays pushed when a later one fails.
     *
     * @throws OciBackendException at the first artifact that cannot be pushed
     */
    public Result publish(Catalog catalog) throws OciBackendException {
        int pushed = 0;
        int present = 0;
        for (CatalogEntry entry : catalog.entries()) {
            Optional<RepositoryName> repository = entry.repository().map(RepositoryName::new);
            if (repository.isPresent()) {
                for (var version : entry.versions().entrySet()) {
                    Artifact artifact = Artifact.of(repository.get(), new Tag(version.getKey()), version.getValue());
                    if (push(artifact)) {
                        pushed++;
                    } else {
                        present++;
                    }
                }
            }
        }
        return new Result(pushed, present);
    }

    private boolean push(Artifact artifact) throws OciBackendException {
        Manifest manifest = artifact.manifest().toManifest();
        Optional<Descriptor> there = backend.resolve(artifact.repository(), artifact.tag());
        if (there.filter(descriptor -> descriptor.digest().equals(manifest.digest()))
                .isPresent()) {
            return false;
        }
        Descriptor config = artifact.manifest().config();
        backend.putBlob(
                artifact.repository(), config.digest(), config.size(), () -> new ByteArrayInputStream(Artifact.CONFIG));
        for (StoredFile file : artifact.layers().values()) {
            backend.putBlob(artifact.repository(), file.digest(), file.size(), () -> store.open(file));
        }
        backend.putManifest(artifact.repository(), manifest, artifact.tag());
        return true;
    }
}
