package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.util.OptionalLong;

/**
 * Checks that all content that a manifest names exists before the manifest is stored, because a registry need not check
 * this. Content that was stored recently is not requested again, so that storing an artifact needs no extra requests.
 */
record ManifestParts(RegistryClient client, RecentContent recent) {

    /**
     * @param action the operation that needs the parts, continuing the words "Tried to"
     * @throws MissingContentException if a part does not exist, or has another size
     */
    void require(RemoteRepository repository, ManifestContent content, String action) throws OciBackendException {
        for (Descriptor blob : content.blobs()) {
            OptionalLong known = recent.size(repository, blob.digest());
            OptionalLong size = known.isPresent() ? known : client.call(new FindBlob(repository, blob.digest()));
            require(blob, size.orElseThrow(() -> missing(blob, action)), repository, action);
        }
        for (Descriptor manifest : content.manifests()) {
            OptionalLong known = recent.size(repository, manifest.digest());
            OptionalLong size = known.isPresent() ? known : size(repository, manifest);
            require(manifest, size.orElseThrow(() -> missing(manifest, action)), repository, action);
        }
    }

    private OptionalLong size(RemoteRepository repository, Descriptor manifest) throws OciBackendException {
        return client.call(new ResolveManifest(repository, manifest.digest()))
                .map(head -> OptionalLong.of(head.size() != null ? head.size() : manifest.size()))
                .orElse(OptionalLong.empty());
    }

    private static MissingContentException missing(Descriptor part, String action) {
        return new MissingContentException(
                action, "it refers to " + part.digest() + ", which does not exist", "Store that content first.");
    }

    private void require(Descriptor part, long size, RemoteRepository repository, String action)
            throws MissingContentException {
        if (size != part.size()) {
            throw new MissingContentException(
                    action,
                    "it refers to " + part.digest() + ", which is stored with " + size + " bytes instead of "
                            + part.size(),
                    "Store that content again.");
        }
        recent.add(repository, part.digest(), part.size());
    }
}
