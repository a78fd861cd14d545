package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.ForeignText;
import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The reason that a registry gives for not performing a request, if it gives one.
 *
 * @param code the first code, if it is in the specification
 * @param words the first code and message of the registry, made safe for a message
 */
record RegistryError(int status, Optional<ErrorCode> code, Optional<String> words) {

    private static final int MAX_SIZE = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Reads the response body. If the body cannot be read, or is not an error of the specification, only the status is
     * used.
     */
    static RegistryError of(Answer answer) throws CallFailedException {
        int status = answer.status();
        try {
            JsonObject body = JsonText.object(answer.bytes(MAX_SIZE, Deadline.after(TIMEOUT)));
            List<JsonObject> errors = JsonText.objects(body, "errors");
            if (!errors.isEmpty()) {
                String code = JsonText.text(errors.get(0), "code").orElse("");
                String message = JsonText.text(errors.get(0), "message").orElse("");
                return new RegistryError(
                        status, ErrorCode.of(code), Optional.of(ForeignText.quoted((code + " " + message).strip())));
            }
        } catch (MalformedJson e) {
            return new RegistryError(status, Optional.empty(), Optional.empty());
        } catch (CallFailedException e) {
            if (e.kind() == CallFailedException.Kind.INTERRUPTED) {
                throw e;
            }
        }
        return new RegistryError(status, Optional.empty(), Optional.empty());
    }

    /** The failure for a response that the specification does not define. */
    static CallFailedException unexpected(Answer answer) throws CallFailedException {
        return of(answer).failure(answer);
    }

    /** The default failure for this error; an operation may use a more specific one. */
    CallFailedException failure(Answer answer) {
        String reason = reason(answer.from().origin().toString());
        if (status == 405 || isOneOf(ErrorCode.UNSUPPORTED)) {
            return CallFailedException.notAllowed(reason, "Enable the operation in the configuration of the registry.");
        }
        if (status == 404 || isOneOf(ErrorCode.NAME_UNKNOWN)) {
            return CallFailedException.lasting(
                    reason, "Check that url is the address of a registry that has, or creates, such repositories.");
        }
        return CallFailedException.lasting(reason, "Check the logs of the registry.");
    }

    boolean isOneOf(ErrorCode... codes) {
        return code.isPresent() && List.of(codes).contains(code.get());
    }

    /** Continues the word "but". */
    String reason(String registry) {
        return registry + " responded with " + status
                + words.map(text -> " " + text).orElse("");
    }
}
