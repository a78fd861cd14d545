package io.devfile.registry.publish;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An artifact that this registry pushed, or that was already present exactly as this registry would push it.
 *
 * @param left the time since which the content does not contain it; null while the content contains it
 */
public record Publication(
        RepositoryName repository,
        Tag tag,
        Digest digest,
        @Nullable Instant left) {

    /** The artifact of a version as this registry publishes it; empty if the version has none. */
    public static Optional<Publication> of(CatalogEntry entry, String version) {
        return entry.repository()
                .flatMap(repository -> entry.content(version)
                        .map(content -> Artifact.of(new RepositoryName(repository), new Tag(version), content)))
                .map(Artifact::publication);
    }

    /** This publication, as part of the content. */
    Publication present() {
        return new Publication(repository, tag, digest, null);
    }

    /** This publication, gone from the content since this time, or since an earlier time if it was already gone. */
    Publication gone(Instant now) {
        return left != null ? this : new Publication(repository, tag, digest, now);
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
