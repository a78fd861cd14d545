package io.devfile.registry.distribution;

import io.devfile.registry.http.ResponseCacheFilter;
import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.publish.ServedArtifacts;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Answers with a manifest.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">OCI
 *     Distribution Specification 1.1, Pulling manifests</a>
 */
record ManifestPull(
        DistributionExchange exchange,
        RegistryBackend backend,
        ServedArtifacts served,
        RepositoryName repository,
        Reference reference) {

    /**
     * Takes a tag of a served version from the state of this server, even if another server with the same backend has
     * moved it, so that index, devfile and manifest of one server agree. Takes everything else from the backend.
     */
    void answer() throws IOException, DistributionError, OciBackendException {
        Optional<Manifest> own = served.manifest(repository, reference);
        Reference wanted = own.<Reference>map(Manifest::digest).orElse(reference);
        if (exchange.isHead() || exchange.isConditional()) {
            Optional<Descriptor> found = backend.read(content -> content.resolve(repository, wanted));
            Descriptor descriptor = found.isPresent()
                    ? found.get()
                    : own.map(this::lost).orElseThrow(this::unknown).descriptor();
            if (answersWithoutContent(descriptor)) {
                return;
            }
        }
        Optional<Manifest> found = backend.read(content -> content.manifest(repository, wanted));
        Manifest manifest =
                found.isPresent() ? found.get() : own.map(this::lost).orElseThrow(this::unknown);
        requireAccepted(manifest.mediaType());
        identify(manifest.digest());
        if (own.isPresent()) {
            ResponseCacheFilter.keep(exchange.request());
        }
        exchange.body(manifest.mediaType(), manifest.bytes());
    }

    /** The backend has lost a manifest of the index: it is pushed again, and this copy is served meanwhile. */
    private Manifest lost(Manifest own) {
        backend.suspectLoss();
        return own;
    }

    private boolean answersWithoutContent(Descriptor descriptor) throws DistributionError {
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
        exchange.identify(
                digest, reference instanceof Digest ? DistributionExchange.IMMUTABLE : DistributionExchange.REVALIDATE);
        exchange.response().setHeader("Vary", "Accept");
        if (reference instanceof Tag version && served.isDeprecated(repository, version)) {
            // section "Warnings" of the specification
            exchange.response().setHeader("Warning", "299 - \"this version is deprecated\"");
        }
    }

    private void requireAccepted(MediaType type) throws DistributionError {
        if (!exchange.accepts(type)) {
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
