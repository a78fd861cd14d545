package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configured registry and the location of its repositories.
 *
 * @param origin the origin that the credentials are for
 * @param prefix the prefix of the name of each repository there: a project or an organisation; null if there is none
 */
record RemoteRegistry(Origin origin, @Nullable RepositoryName prefix) {

    /** An address of the distribution API. */
    Destination api(String path) {
        return Destination.of(URI.create(origin + "/v2/" + path));
    }

    /** A repository, or empty if its name with the prefix is too long. */
    Optional<RemoteRepository> repository(RepositoryName name) {
        return RepositoryName.tryParse(pathPrefix() + name).map(remote -> new RemoteRepository(this, name, remote));
    }

    /** The local name of a remote repository, or empty if its name does not have the prefix. */
    Optional<RepositoryName> localName(String remote) {
        return remote.startsWith(pathPrefix())
                ? RepositoryName.tryParse(remote.substring(pathPrefix().length()))
                : Optional.empty();
    }

    /** The address without the API's path, for display. */
    @Override
    public String toString() {
        return prefix != null ? origin + "/" + prefix : origin.toString();
    }

    private String pathPrefix() {
        return prefix != null ? prefix + "/" : "";
    }
}
