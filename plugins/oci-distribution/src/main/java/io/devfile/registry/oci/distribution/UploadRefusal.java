package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;

/** What it means that a registry does not take content. */
final class UploadRefusal {

    private static final String REMEDY = "See what the registry, or the proxy before it, logs about it.";

    private UploadRefusal() {}

    /** @param whole whether all of a blob was sent at once, rather than a chunk */
    static CallFailedException of(RegistryError error, Answer answer, boolean whole) {
        String reason = error.reason(answer.from().origin().toString());
        if (error.status() == 413 || error.status() == 416 && whole) {
            return CallFailedException.tooMuch(reason, "Let it take more at a time.");
        }
        boolean outOfStep = error.status() == 416;
        boolean forgotten =
                error.status() == 404 || error.isOneOf(ErrorCode.BLOB_UPLOAD_UNKNOWN, ErrorCode.BLOB_UPLOAD_INVALID);
        return outOfStep || forgotten ? CallFailedException.passing(reason, REMEDY) : error.failure(answer);
    }
}
