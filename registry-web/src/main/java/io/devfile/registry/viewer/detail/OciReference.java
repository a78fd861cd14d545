package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.publish.Publication;
import io.devfile.registry.viewer.page.Addresses;
import java.util.Optional;

/**
 * The location of a version's artifact.
 *
 * @param repository the path of its repository at this registry
 */
public record OciReference(String reference, String digest, String repository) {

    static Optional<OciReference> of(CatalogEntry entry, String version, Addresses addresses) {
        return Publication.of(entry, version)
                .map(publication -> new OciReference(
                        addresses.host() + "/" + publication,
                        publication.digest().toString(),
                        "/v2/" + publication.repository().value()));
    }
}
