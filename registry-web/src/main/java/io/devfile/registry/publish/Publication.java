package io.devfile.registry.publish;

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
