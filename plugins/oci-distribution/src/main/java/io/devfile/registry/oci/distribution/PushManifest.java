package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.oci.distribution.http.Transport;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Map;
import java.util.Optional;

/**
 * Stores a manifest, byte for byte, under its digest or a tag. Returns whether the registry itself maintains the list
 * of referrers.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests">end-7</a>
 */
record PushManifest(RemoteRepository repository, Manifest manifest, Reference reference) implements Operation<Boolean> {

    @Override
    public String action() {
        return "store the manifest " + manifest.digest() + " as " + reference + " of " + repository;
    }

    @Override
    public Call call() {
        return new Call(
                "PUT",
                repository.api("manifests/" + reference),
                repository.access(Access.Right.WRITE),
                Map.of("Content-Type", manifest.mediaType().value()),
                new Transport.Content(manifest.size(), out -> out.write(manifest.bytes())));
    }

    @Override
    public Boolean take(Response response) throws CallFailedException, MalformedJson, OciBackendException {
        if (response.status() / 100 != 2) {
            RegistryError error = RegistryError.of(response);
            if (error.meansMissingPart()) {
                throw new MissingContentException(
                        action(), error.reason(), "Store the content that it refers to first.");
            }
            throw error.failure();
        }
        Optional<Digest> told = ManifestHead.digest(response)
                .filter(digest -> digest.algorithm() == manifest.digest().algorithm());
        if (told.isPresent() && !told.get().equals(manifest.digest())) {
            throw new ContentMismatchException(
                    action(),
                    "the registry stored it with the digest " + told.get(),
                    "Check that no proxy between this server and the registry changes the content.");
        }
        return response.header("OCI-Subject").isPresent();
    }
}
