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

/**
 * Answers with the referrers of a manifest: signatures, bills of materials and the like.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">OCI
 *     Distribution Specification 1.1, Listing referrers</a>
 */
record ReferrersListing(
        DistributionExchange exchange, RegistryBackend backend, RepositoryName repository, Digest subject) {

    void answer() throws IOException, OciBackendException {
        String wanted = exchange.parameter("artifactType").orElse(null);
        JsonArrayBuilder manifests = Json.createArrayBuilder();
        for (Descriptor referrer : backend.read(content -> content.referrers(repository, subject))) {
            MediaType artifactType = referrer.artifactType();
            if (wanted == null || artifactType != null && artifactType.value().equals(wanted)) {
                manifests.add(json(referrer));
            }
        }
        if (wanted != null) {
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
        MediaType artifactType = of.artifactType();
        if (artifactType != null) {
            json.add("artifactType", artifactType.value());
        }
        if (!of.annotations().isEmpty()) {
            JsonObjectBuilder annotations = Json.createObjectBuilder();
            of.annotations().forEach(annotations::add);
            json.add("annotations", annotations);
        }
        return json;
    }
}
