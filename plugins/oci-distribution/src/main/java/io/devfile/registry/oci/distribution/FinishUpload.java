package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Payload;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a blob, or the rest of it, and makes the registry store it under its digest. Returns the digest.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put">end-6</a>
 */
record FinishUpload(Upload upload, Digest digest, Payload payload) implements Operation<Digest> {

    @Override
    public String action() {
        return "store the blob " + digest + " of " + upload.repository();
    }

    @Override
    public Call call() {
        return new Call(
                "PUT",
                upload.location().withMoreQuery("digest=" + digest),
                upload.access(),
                Map.of("Content-Type", "application/octet-stream"),
                payload);
    }

    @Override
    public Digest take(Answer answer, Deadline deadline)
            throws CallFailedException, MalformedJson, OciBackendException {
        if (answer.status() / 100 != 2) {
            RegistryError error = RegistryError.of(answer);
            if (error.isOneOf(ErrorCode.DIGEST_INVALID)) {
                throw mismatch(error.reason(answer.from().origin().toString()));
            }
            throw UploadRefusal.of(error, answer);
        }
        Optional<Digest> told = ManifestHead.digest(answer).filter(other -> other.algorithm() == digest.algorithm());
        if (told.isPresent() && !told.get().equals(digest)) {
            throw mismatch("the registry stored it with the digest " + told.get());
        }
        return digest;
    }

    private ContentMismatchException mismatch(String reason) {
        return new ContentMismatchException(
                action(), reason, "Check that no proxy between this server and the registry changes the content.");
    }
}
