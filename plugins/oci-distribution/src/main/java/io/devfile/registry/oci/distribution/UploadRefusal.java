package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;

/** The failure for content that a registry rejects. */
final class UploadRefusal {

    private static final String REMEDY = "Check the logs of the registry, or of the proxy in front of it.";

    private UploadRefusal() {}

    static CallFailedException of(RegistryError error, Answer answer) {
        String reason = error.reason(answer.from().origin().toString());
        if (error.status() == 413 || error.status() == 416) {
            return CallFailedException.tooMuch(reason, "Configure it to accept larger requests.");
        }
        boolean forgotten =
                error.status() == 404 || error.isOneOf(ErrorCode.BLOB_UPLOAD_UNKNOWN, ErrorCode.BLOB_UPLOAD_INVALID);
        return forgotten ? CallFailedException.startOver(reason, REMEDY) : error.failure(answer);
    }
}
