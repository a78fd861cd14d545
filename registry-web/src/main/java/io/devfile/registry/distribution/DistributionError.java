package io.devfile.registry.distribution;

/** Ends a request with an error of the distribution API. */
final class DistributionError extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int status;

    DistributionError(ErrorCode code, String message) {
        this(code, code.status(), message);
    }

    DistributionError(ErrorCode code, int status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    ErrorCode code() {
        return code;
    }

    int status() {
        return status;
    }
}
