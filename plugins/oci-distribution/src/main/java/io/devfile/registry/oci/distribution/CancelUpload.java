package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.Deadline;

/**
 * Tells the registry to discard the received part of a blob. Returns whether the registry confirms this; it discards
 * the part later in any case.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/api/#canceling-an-upload">Canceling an upload</a>
 */
record CancelUpload(Upload upload) implements Operation<Boolean> {

    @Override
    public String action() {
        return "cancel the upload of a blob of " + upload.repository();
    }

    @Override
    public Call call() {
        return Call.of("DELETE", upload.location(), upload.repository().access(Access.Right.DELETE));
    }

    @Override
    public Boolean take(Answer answer, Deadline deadline) {
        return answer.status() / 100 == 2;
    }
}
