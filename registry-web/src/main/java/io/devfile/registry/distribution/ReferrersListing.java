package io.devfile.registry.distribution;

import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers with the referrers of a manifest: signatures, bills of materials and the like.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">OCI
 *     Distribution Specification 1.1, Listing referrers</a>
 */
record ReferrersListing(
        DistributionExchange exchange, RegistryBackend backend, RepositoryName repository, Digest subject) {

    void answer() throws IOException, OciBackendException {
        Optional<String> wanted = exchange.parameter("artifactType");
        JsonArrayBuilder manifests = Json.createArrayBuilder();
        for (Descriptor referrer : backend.read(content -> content.referrers(repository, subject))) {
            if (wanted.isEmpty()
                    || referrer.artifactType().map(MediaType::value).equals(wanted)) {
                manifests.add(json(referrer));
            }
        }
        if (wanted.isPresent()) {
            exchange.response().setHeader("OCI-Filters-Applied", "artifactType");
        }
        exchange.response().setHeader("Cache-Control", DistributionExchange.REVALIDATE);
        String index = Json.createObjectBuilder()
                .add("schemaVersion", 2)
                .add("mediaType", MediaType.IMAGE_INDEX.value())
                .add("manifests", manifests)
                .build()
                .toString();
        exchange.body(MediaType.IMAGE_INDEX, index.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObjectBuilder json(Descriptor of) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("mediaType", of.mediaType().value())
                .add("digest", of.digest().toString())
                .add("size", of.size());
        of.artifactType().ifPresent(type -> json.add("artifactType", type.value()));
        if (!of.annotations().isEmpty()) {
            JsonObjectBuilder annotations = Json.createObjectBuilder();
            of.annotations().forEach(annotations::add);
            json.add("annotations", annotations);
        }
        return json;
    }
}
