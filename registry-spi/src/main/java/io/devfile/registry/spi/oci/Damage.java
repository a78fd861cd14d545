package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;

/**
 * A blob or manifest that is damaged.
 *
 * @param reason the kind of damage: "it has the digest sha256:…"
 */
public record Damage(RepositoryName repository, Digest digest, String reason) {

    @Override
    public String toString() {
        return digest + " of " + repository + ": " + reason;
    }
}
