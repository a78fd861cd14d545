package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a manifest, and compares it with every digest that is stated for it.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">end-3, GET</a>
 */
record PullManifest(RemoteRepository repository, Reference reference) implements Operation<Optional<Manifest>> {

    @Override
    public String action() {
        return "read the manifest " + reference + " of " + repository;
    }

    @Override
    public Call call() {
        return ManifestHead.call("GET", repository, reference);
    }

    @Override
    public Optional<Manifest> take(Response response) throws CallFailedException, MalformedJson, OciBackendException {
        if (response.status() == 404) {
            return Optional.empty();
        }
        if (response.status() != 200) {
            throw RegistryError.unexpected(response);
        }
        ManifestHead head = ManifestHead.of(response);
        byte[] bytes = response.bytes(Manifest.MAX_SIZE);
        if (bytes.length == 0) {
            throw mismatch("the response of the registry is empty");
        }
        List<Digest> told = new ArrayList<>();
        if (reference instanceof Digest digest) {
            told.add(digest);
        }
        if (head.digest() != null) {
            told.add(head.digest());
        }
        if (told.isEmpty()) {
            JsonText.object(bytes);
        }
        for (Digest digest : told) {
            Digest found = Digest.of(bytes, digest.algorithm());
            if (!found.equals(digest)) {
                throw mismatch("the response of the registry has the digest " + found + " instead of " + digest);
            }
        }
        DigestAlgorithm algorithm =
                told.isEmpty() ? DigestAlgorithm.SHA256 : told.get(0).algorithm();
        return Optional.of(Manifest.of(head.mediaType(), bytes, algorithm));
    }

    private ContentMismatchException mismatch(String reason) {
        return new ContentMismatchException(
                action(), reason, "Push the manifest again, and check the logs of the registry.");
    }
}
