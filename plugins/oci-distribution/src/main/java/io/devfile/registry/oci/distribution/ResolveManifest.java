package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
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

    @Override
    public String action() {
        return "look for the manifest " + reference + " of " + repository;
    }

    @Override
    public Call call() {
        return ManifestCall.of("HEAD", repository, reference);
    }

    @Override
    public Optional<ManifestHead> take(Answer answer, Deadline deadline)
            throws CallFailedException, MalformedJson, OciBackendException {
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw RegistryError.unexpected(answer);
        }
        ManifestHead head = ManifestHead.of(answer);
        if (reference instanceof Digest wanted && head.digest().isPresent()) {
            Digest told = head.digest().get();
            if (told.algorithm() == wanted.algorithm() && !told.equals(wanted)) {
                throw new ContentMismatchException(
                        action(), "the registry has " + told + " at this digest", "Push the manifest again.");
            }
        }
        return Optional.of(head);
    }
}
