package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.Tag;

/**
 * Removes a manifest, or only a tag. Returns whether it existed.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#deleting-tags">end-9</a>
 */
record DeleteManifest(RemoteRepository repository, Reference reference) implements Operation<Boolean> {

    @Override
    public String action() {
        return "delete the " + (isTag() ? "tag " : "manifest ") + reference + " of " + repository;
    }

    @Override
    public Call call() {
        return Call.of("DELETE", repository.api("manifests/" + reference), repository.access(Access.Right.DELETE));
    }

    @Override
    public Boolean take(Response response) throws CallFailedException, OciBackendException {
        int status = response.status();
        if (status == 404) {
            return false;
        }
        if (status / 100 == 2) {
            return true;
        }
        RegistryError error = RegistryError.of(response);
        if (status == 400 && isTag() || error.isNotSupported()) {
            throw new NotAllowedException(
                    action(),
                    error.reason(),
                    isTag()
                            ? "This registry may not support deleting only a tag; delete its manifest instead."
                            : "Enable deletion in the configuration of the registry (distribution: storage.delete.enabled).");
        }
        throw error.failure();
    }

    private boolean isTag() {
        return reference instanceof Tag;
    }
}
