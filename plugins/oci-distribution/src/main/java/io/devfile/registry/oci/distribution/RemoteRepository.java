package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.spi.oci.model.RepositoryName;

/**
 * A repository in the registry.
 *
 * @param name its local name
 * @param remote its name in the registry, with the prefix
 */
record RemoteRepository(RemoteRegistry registry, RepositoryName name, RepositoryName remote) {

    /** An address of this repository: {@code blobs/sha256:…}. */
    Destination api(String path) {
        return registry.api(remote + "/" + path);
    }

    Access access(Access.Right right) {
        return new Access(remote.value(), right);
    }

    /** For messages: "… of devfile-catalog/go at https://registry.example". */
    @Override
    public String toString() {
        return name + " at " + registry;
    }
}
