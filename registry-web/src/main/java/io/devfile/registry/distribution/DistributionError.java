package io.devfile.registry.distribution;

import java.util.Map;

/** Ends a request with an error of the distribution API. */
final class DistributionError extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int status;
    private final transient Map<String, String> detail;

    /** @param detail the parts of the request that the error is about, by name; empty for the whole request */
    DistributionError(ErrorCode code, String message, Map<String, String> detail) {
        this(code, code.status(), message, detail);
    }

    DistributionError(ErrorCode code, int status, String message, Map<String, String> detail) {
        super(message);
        this.code = code;
        this.status = status;
        this.detail = Map.copyOf(detail);
    }

    /** @param cause for the log; it is not shown to the client */
    DistributionError(ErrorCode code, String message, Map<String, String> detail, Throwable cause) {
        this(code, message, detail);
        initCause(cause);
    }

    ErrorCode code() {
        return code;
    }

    int status() {
        return status;
    }

    Map<String, String> detail() {
        return detail;
    }
}
