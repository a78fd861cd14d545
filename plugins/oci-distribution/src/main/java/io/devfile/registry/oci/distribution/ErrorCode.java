package io.devfile.registry.oci.distribution;

import java.util.Optional;

/**
 * The error codes of registries.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes">OCI Distribution
 *     Specification 1.1, Error codes</a>
 */
enum ErrorCode {
    BLOB_UNKNOWN,
    BLOB_UPLOAD_INVALID,
    BLOB_UPLOAD_UNKNOWN,
    DENIED,
    DIGEST_INVALID,
    MANIFEST_BLOB_UNKNOWN,
    MANIFEST_INVALID,
    MANIFEST_UNKNOWN,
    NAME_INVALID,
    NAME_UNKNOWN,
    SIZE_INVALID,
    TOOMANYREQUESTS,
    UNAUTHORIZED,
    UNSUPPORTED;

    /** The code of this name, or empty if it is not in the specification. */
    static Optional<ErrorCode> of(String name) {
        for (ErrorCode code : values()) {
            if (code.name().equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** Whether content that a manifest names does not exist. */
    boolean meansMissingPart() {
        return this == BLOB_UNKNOWN || this == MANIFEST_BLOB_UNKNOWN || this == MANIFEST_UNKNOWN;
    }
}
