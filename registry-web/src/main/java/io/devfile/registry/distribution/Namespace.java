package io.devfile.registry.distribution;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.spi.oci.model.RepositoryName;

/**
 * The repositories that are the registry's own. A backend may be shared with others, and is asked with the registry's
 * credentials: what others keep there is not for everybody who can reach this registry.
 */
final class Namespace {

    private Namespace() {}

    static boolean contains(RepositoryName repository) {
        return repository.value().startsWith(CatalogEntry.NAMESPACE);
    }
}
