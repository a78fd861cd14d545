package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Payload;
import io.devfile.registry.spi.oci.model.Reference;
import java.util.Map;

/**
 * Requests a manifest, or only its headers. Accepts every manifest type, so that the registry does not convert or omit
 * any.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">end-3</a>
 */
final class ManifestCall {

    private static final Map<String, String> ACCEPTED = Map.of(
            "Accept",
            String.join(
                    ", ",
                    "application/vnd.oci.image.manifest.v1+json",
                    "application/vnd.oci.image.index.v1+json",
                    "application/vnd.docker.distribution.manifest.v2+json",
                    "application/vnd.docker.distribution.manifest.list.v2+json",
                    "application/vnd.oci.artifact.manifest.v1+json"));

    private ManifestCall() {}

    static Call of(String method, RemoteRepository repository, Reference reference) {
        return new Call(
                method,
                repository.api("manifests/" + reference),
                repository.access(Access.Right.READ),
                ACCEPTED,
                Payload.NONE);
    }
}
