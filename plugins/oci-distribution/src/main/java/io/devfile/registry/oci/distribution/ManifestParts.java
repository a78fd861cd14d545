package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.util.OptionalLong;

/**
 * Sees that all that a manifest names is there before it is stored, since a registry need not. What was put a short while
 * ago is not asked for again, so that storing an artifact costs no request for this.
 */
record ManifestParts(Caller caller, RecentContent recent) {

    /**
     * @param action what the parts are needed for, continuing the words "Tried to"
     * @throws MissingContentException where one is not there, or of another size
     */
    void require(RemoteRepository repository, ManifestContent content, String action) throws OciBackendException {
        for (Descriptor blob : content.blobs()) {
            OptionalLong known = recent.size(repository, blob.digest());
            require(
                    blob,
                    known.isPresent() ? known : caller.call(new FindBlob(repository, blob.digest())),
                    repository,
                    action);
        }
        for (Descriptor manifest : content.manifests()) {
            OptionalLong known = recent.size(repository, manifest.digest());
            require(manifest, known.isPresent() ? known : size(repository, manifest), repository, action);
        }
    }

    private OptionalLong size(RemoteRepository repository, Descriptor manifest) throws OciBackendException {
        return caller.call(new ResolveManifest(repository, manifest.digest()))
                .map(head -> OptionalLong.of(head.size().orElse(manifest.size())))
                .orElse(OptionalLong.empty());
    }

    private void require(Descriptor part, OptionalLong size, RemoteRepository repository, String action)
            throws MissingContentException {
        if (size.isEmpty()) {
            throw new MissingContentException(
                    action, part.digest() + ", which it names, is not there", "Store that first.");
        }
        if (size.getAsLong() != part.size()) {
            throw new MissingContentException(
                    action,
                    part.digest() + ", which it names, has " + size.getAsLong() + " bytes there instead of "
                            + part.size(),
                    "Store that anew.");
        }
        recent.add(repository, part.digest(), part.size());
    }
}
