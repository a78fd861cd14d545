package io.devfile.registry.publish;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.time.Instant;
import java.util.Optional;

/**
 * An artifact that this registry pushed, or found pushed as it would have pushed it.
 *
 * @param left since when the content no longer has it; empty while it has
 */
public record Publication(RepositoryName repository, Tag tag, Digest digest, Optional<Instant> left) {

    /** The artifact of a version as this registry publishes it; empty where the version has none. */
    public static Optional<Publication> of(CatalogEntry entry, String version) {
        return entry.repository()
                .flatMap(repository -> entry.content(version)
                        .map(content -> Artifact.of(new RepositoryName(repository), new Tag(version), content)))
                .map(Artifact::publication);
    }

    /** This publication, which the content has. */
    Publication present() {
        return new Publication(repository, tag, digest, Optional.empty());
    }

    /** This publication, gone from the content at this time unless it went earlier. */
    Publication gone(Instant now) {
        return left.isPresent() ? this : new Publication(repository, tag, digest, Optional.of(now));
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
