package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;

/**
 * Requests the location for the upload of a blob.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put">end-4a</a>
 */
record StartUpload(RemoteRepository repository) implements Operation<Upload> {

    @Override
    public String action() {
        return "start the upload of a blob of " + repository;
    }

    @Override
    public Call call() {
        return Call.of("POST", repository.api("blobs/uploads/"), repository.access(Access.Right.WRITE));
    }

    @Override
    public Upload take(Answer answer, Deadline deadline) throws CallFailedException {
        if (answer.status() != 202) {
            throw RegistryError.unexpected(answer);
        }
        return Upload.opened(repository, answer);
    }
}
