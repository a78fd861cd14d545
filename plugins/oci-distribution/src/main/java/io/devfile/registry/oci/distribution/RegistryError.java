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
 * Why a registry did not do what it was asked, as far as it says so.
 *
 * @param code the first one, where the specification has it
 * @param words the first code and message as the registry wrote them, fit for a message of ours
 */
record RegistryError(int status, Optional<ErrorCode> code, Optional<String> words) {

    private static final int MAX_SIZE = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Reads the answer's body. Where that cannot be read, or is no error of the specification, the status alone tells. */
    static RegistryError of(Answer answer) throws CallFailedException {
        int status = answer.status();
        try {
            JsonObject body = JsonText.object(answer.bytes(MAX_SIZE, Deadline.after(PATIENCE)));
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

    /** What an answer amounts to that the specification does not foresee. */
    static CallFailedException unexpected(Answer answer) throws CallFailedException {
        return of(answer).failure(answer);
    }

    /** The failure that this error is, unless an operation knows better. */
    CallFailedException failure(Answer answer) {
        String reason = reason(answer.from().origin().toString());
        if (status == 405 || isOneOf(ErrorCode.UNSUPPORTED)) {
            return CallFailedException.notAllowed(reason, "Let the registry do it, in its configuration.");
        }
        if (status == 404 || isOneOf(ErrorCode.NAME_UNKNOWN)) {
            return CallFailedException.lasting(
                    reason, "See that url is the address of a registry that has, or makes, such repositories.");
        }
        return CallFailedException.lasting(reason, "See what the registry logs about it.");
    }

    boolean isOneOf(ErrorCode... codes) {
        return code.isPresent() && List.of(codes).contains(code.get());
    }

    /** Continuing "but". */
    String reason(String registry) {
        return registry + " answers " + status + words.map(text -> " " + text).orElse("");
    }
}
