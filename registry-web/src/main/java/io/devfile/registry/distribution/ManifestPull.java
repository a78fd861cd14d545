package io.devfile.registry.distribution;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.io.IOException;
import java.util.Map;

/**
 * Answers with a manifest.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">OCI
 *     Distribution Specification 1.1, Pulling manifests</a>
 */
record ManifestPull(Exchange exchange, OciBackend backend, RepositoryName repository, Reference reference) {

    void answer() throws IOException, DistributionError, OciBackendException {
        if ((exchange.isHead() || exchange.isConditional()) && answersWithoutContent()) {
            return;
        }
        Manifest manifest = backend.manifest(repository, reference).orElseThrow(this::unknown);
        requireAccepted(manifest.mediaType());
        identify(manifest.digest());
        exchange.body(manifest.mediaType(), manifest.bytes());
    }

    private boolean answersWithoutContent() throws DistributionError, OciBackendException {
        Descriptor descriptor = backend.resolve(repository, reference).orElseThrow(this::unknown);
        requireAccepted(descriptor.mediaType());
        boolean known = exchange.isKnown(descriptor.digest());
        if (known) {
            identify(descriptor.digest());
            exchange.notModified();
        } else if (exchange.isHead()) {
            identify(descriptor.digest());
            exchange.response().setContentType(descriptor.mediaType().value());
            exchange.response().setContentLengthLong(descriptor.size());
        }
        return known || exchange.isHead();
    }

    private void identify(Digest digest) {
        exchange.identify(digest, reference instanceof Digest ? Exchange.IMMUTABLE : Exchange.REVALIDATE);
        exchange.response().setHeader("Vary", "Accept");
    }

    private void requireAccepted(MediaType type) throws DistributionError {
        if (!Accepted.by(exchange.request(), type)) {
            throw new DistributionError(
                    ErrorCode.MANIFEST_UNKNOWN,
                    "the manifest is of type " + type + ", which the Accept header excludes",
                    Map.of("name", repository.value(), "reference", reference.toString()));
        }
    }

    private DistributionError unknown() {
        return new DistributionError(
                ErrorCode.MANIFEST_UNKNOWN,
                "the repository has no manifest " + reference,
                Map.of("name", repository.value(), "reference", reference.toString()));
    }
}
