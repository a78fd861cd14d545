package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * The reason that a registry gives for not performing a request, if it gives one.
 *
 * @param reason what the registry responded, continuing the word "but"
 * @param code the first error code; empty if there is none
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes">OCI Distribution
 *     Specification 1.1, Error codes</a>
 */
record RegistryError(int status, String reason, String code) {

    private static final int MAX_SIZE = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Reads the response body. If the body cannot be read, or is not an error of the specification, only the status is
     * used.
     */
    static RegistryError of(Response response) throws CallFailedException {
        String reason = response.from().origin() + " responded with " + response.status();
        try {
            JsonObject body = JsonText.object(response.bytes(MAX_SIZE, TIMEOUT));
            List<JsonObject> errors = JsonText.objects(body, "errors");
            if (!errors.isEmpty()) {
                String code = JsonText.text(errors.get(0), "code").orElse("");
                String message = JsonText.text(errors.get(0), "message").orElse("");
                return new RegistryError(
                        response.status(), reason + " " + SafeText.quoted((code + " " + message).strip()), code);
            }
        } catch (MalformedJson e) {
            return new RegistryError(response.status(), reason, "");
        } catch (CallFailedException e) {
            if (e.kind() == CallFailedException.Kind.INTERRUPTED) {
                throw e;
            }
        }
        return new RegistryError(response.status(), reason, "");
    }

    /** The failure for a response that the specification does not define. */
    static CallFailedException unexpected(Response response) throws CallFailedException {
        return of(response).failure();
    }

    /** The default failure for this error; an operation may use a more specific one. */
    CallFailedException failure() {
        if (isNotSupported()) {
            return CallFailedException.notAllowed(reason, "Enable the operation in the configuration of the registry.");
        }
        if (status == 404 || code.equals("NAME_UNKNOWN")) {
            return CallFailedException.permanent(
                    reason, "Check that url is the address of a registry that has, or creates, such repositories.");
        }
        return CallFailedException.permanent(reason, "Check the logs of the registry.");
    }

    boolean isNotSupported() {
        return status == 405 || code.equals("UNSUPPORTED");
    }

    /** Whether content that a manifest names does not exist. */
    boolean meansMissingPart() {
        return List.of("BLOB_UNKNOWN", "MANIFEST_BLOB_UNKNOWN", "MANIFEST_UNKNOWN")
                .contains(code);
    }
}
