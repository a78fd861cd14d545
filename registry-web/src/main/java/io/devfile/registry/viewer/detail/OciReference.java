package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.publish.Publication;
import io.devfile.registry.viewer.page.Addresses;
import java.util.Optional;

/** The location of a version's artifact. */
public record OciReference(String reference, String digest) {

    static Optional<OciReference> of(CatalogEntry entry, String version, Addresses addresses) {
        return Publication.of(entry, version)
                .map(publication -> new OciReference(
                        addresses.host() + "/" + publication,
                        publication.digest().toString()));
    }
}
