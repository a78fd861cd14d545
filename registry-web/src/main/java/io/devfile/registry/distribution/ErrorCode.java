package io.devfile.registry.distribution;

/**
 * The error codes of the distribution API that a read-only registry answers with.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes">OCI Distribution
 *     Specification 1.1, Error codes</a>
 */
enum ErrorCode {
    BLOB_UNKNOWN(404),
    DENIED(403),
    DIGEST_INVALID(400),
    MANIFEST_UNKNOWN(404),
    NAME_INVALID(400),
    NAME_UNKNOWN(404),
    PAGINATION_NUMBER_INVALID(400),
    /** The status is 503 and not 429, because the client is not the cause. The client may retry later. */
    TOOMANYREQUESTS(503),
    /** Not in the specification, but registries use it if no other code fits. */
    UNKNOWN(500),
    UNAUTHORIZED(401),
    UNSUPPORTED(405);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
