package io.devfile.registry.distribution;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.spi.oci.model.RepositoryName;

/**
 * The repositories of this registry. A backend may be shared with other users, and the registry accesses it with its
 * own credentials: repositories of others must not be visible to every client of this registry.
 */
final class Namespace {

    private Namespace() {}

    static boolean contains(RepositoryName repository) {
        return repository.value().startsWith(CatalogEntry.NAMESPACE);
    }
}
