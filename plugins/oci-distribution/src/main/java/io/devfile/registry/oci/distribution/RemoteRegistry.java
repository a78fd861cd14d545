package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.net.URI;
import java.util.Optional;

/**
 * The registry that is configured, and where its repositories are.
 *
 * @param origin whom the credentials are for
 * @param prefix what stands before the name of each repository there: a project or an organisation
 */
record RemoteRegistry(Origin origin, Optional<RepositoryName> prefix) {

    /** An address of the distribution API. */
    Destination api(String path) {
        return Destination.of(URI.create(origin + "/v2/" + path));
    }

    /** A repository, or empty where its name is too long to be one behind the prefix. */
    Optional<RemoteRepository> repository(RepositoryName name) {
        return RepositoryName.tryParse(behindPrefix() + name).map(remote -> new RemoteRepository(this, name, remote));
    }

    /** What a repository there is called here, or empty where it is not behind the prefix. */
    Optional<RepositoryName> localName(String remote) {
        return remote.startsWith(behindPrefix())
                ? RepositoryName.tryParse(remote.substring(behindPrefix().length()))
                : Optional.empty();
    }

    /** What one needs to use the registry at all. */
    Access entrance() {
        return new Access("", Access.Right.READ);
    }

    /** What one needs to list its repositories. */
    Access catalog() {
        return new Access("_catalog", Access.Right.READ);
    }

    /** The address without the API's path, for people. */
    @Override
    public String toString() {
        return origin + prefix.map(name -> "/" + name).orElse("");
    }

    private String behindPrefix() {
        return prefix.map(name -> name + "/").orElse("");
    }
}
