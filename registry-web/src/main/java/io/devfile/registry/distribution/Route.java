package io.devfile.registry.distribution;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.util.Map;
import java.util.Optional;

/** The target of a URL below {@code /v2}. */
sealed interface Route {

    /** {@code /v2/}: whether there is a registry here. */
    record Ping() implements Route {}

    /** {@code /v2/_catalog}. */
    record Catalog() implements Route {}

    /** A URL within a repository. */
    sealed interface InRepository extends Route {

        RepositoryName repository();
    }

    /** {@code /v2/<name>/tags/list}. */
    record Tags(RepositoryName repository) implements InRepository {}

    /** {@code /v2/<name>/manifests/<reference>}. */
    record ManifestOf(RepositoryName repository, Reference reference) implements InRepository {}

    /** {@code /v2/<name>/blobs/<digest>}. */
    record BlobOf(RepositoryName repository, Digest digest) implements InRepository {}

    /** {@code /v2/<name>/referrers/<digest>}. */
    record ReferrersOf(RepositoryName repository, Digest subject) implements InRepository {}

    /**
     * Parses a path.
     *
     * @param path the part after {@code /v2}, decoded
     */
    static Route of(String path) throws DistributionError {
        if (path.isEmpty() || path.equals("/")) {
            return new Ping();
        }
        if (path.equals("/_catalog") || path.equals("/_catalog/")) {
            return new Catalog();
        }
        if (path.endsWith("/tags/list")) {
            return new Tags(name(
                    path.substring(0, path.length() - "/tags/list".length()).replaceFirst("^/", "")));
        }
        int last = path.lastIndexOf('/');
        int kind = last <= 0 ? -1 : path.lastIndexOf('/', last - 1);
        if (kind <= 0) {
            throw nothing();
        }
        String subject = path.substring(last + 1);
        String repository = path.substring(1, kind);
        return switch (path.substring(kind + 1, last)) {
            case "manifests" -> new ManifestOf(name(repository), reference(subject));
            case "blobs" -> new BlobOf(name(repository), digest(subject));
            case "referrers" -> new ReferrersOf(name(repository), digest(subject));
            default -> throw nothing();
        };
    }

    private static DistributionError nothing() {
        return new DistributionError(ErrorCode.NAME_UNKNOWN, "there is nothing at this address", Map.of());
    }

    private static RepositoryName name(String text) throws DistributionError {
        return RepositoryName.tryParse(text)
                .orElseThrow(() -> new DistributionError(
                        ErrorCode.NAME_INVALID,
                        "the name of a repository must have parts of lower-case letters, digits and single"
                                + " separators, with"
                                + " slashes between the parts, and at most 255 characters",
                        Map.of()));
    }

    private static Digest digest(String text) throws DistributionError {
        return Digest.tryParse(text).orElseThrow(Route::noDigest);
    }

    private static DistributionError noDigest() {
        return new DistributionError(
                ErrorCode.DIGEST_INVALID,
                "a digest must be sha256: and 64, or sha512: and 128, lower-case hexadecimal digits",
                Map.of());
    }

    private static Reference reference(String text) throws DistributionError {
        Optional<Reference> reference = Reference.tryParse(text);
        if (reference.isEmpty()) {
            throw text.indexOf(':') >= 0
                    ? noDigest()
                    : new DistributionError(ErrorCode.MANIFEST_UNKNOWN, "this is not a valid tag", Map.of());
        }
        return reference.get();
    }
}
