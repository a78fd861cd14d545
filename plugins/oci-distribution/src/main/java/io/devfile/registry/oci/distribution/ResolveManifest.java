package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Optional;

/**
 * Checks which manifest a reference points to.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#checking-if-content-exists-in-the-registry">end-3,
 *     HEAD</a>
 */
record ResolveManifest(RemoteRepository repository, Reference reference) implements Operation<Optional<ManifestHead>> {

    /** The descriptor of the manifest that a reference points to. */
    static Optional<Descriptor> descriptor(RegistryClient client, RemoteRepository repository, Reference reference)
            throws OciBackendException {
        Optional<ManifestHead> head = client.call(new ResolveManifest(repository, reference));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Optional<Descriptor> told = head.get().descriptor(reference);
        return told.isPresent()
                ? told
                : client.call(new PullManifest(repository, reference)).map(Manifest::descriptor);
    }

    @Override
    public String action() {
        return "look for the manifest " + reference + " of " + repository;
    }

    @Override
    public Call call() {
        return ManifestHead.call("HEAD", repository, reference);
    }

    @Override
    public Optional<ManifestHead> take(Response response)
            throws CallFailedException, MalformedJson, OciBackendException {
        if (response.status() == 404) {
            return Optional.empty();
        }
        if (response.status() != 200) {
            throw RegistryError.unexpected(response);
        }
        ManifestHead head = ManifestHead.of(response);
        if (reference instanceof Digest wanted && head.digest() != null) {
            Digest told = head.digest();
            if (told.algorithm() == wanted.algorithm() && !told.equals(wanted)) {
                throw new ContentMismatchException(
                        action(), "the registry has " + told + " at this digest", "Push the manifest again.");
            }
        }
        return Optional.of(head);
    }
}
