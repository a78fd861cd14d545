package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.toolkit.json.MalformedJson;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The information about a manifest in the headers of a response.
 *
 * @param digest null if the registry omits it
 * @param size in bytes; null if the registry omits it
 */
record ManifestHead(
        MediaType mediaType,
        @Nullable Digest digest,
        @Nullable Long size) {

    private static final String DIGEST = "Docker-Content-Digest";

    /** Accepts every manifest type, so that the registry does not convert or omit any. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "Accept",
            String.join(
                    ", ",
                    "application/vnd.oci.image.manifest.v1+json",
                    "application/vnd.oci.image.index.v1+json",
                    "application/vnd.docker.distribution.manifest.v2+json",
                    "application/vnd.docker.distribution.manifest.list.v2+json",
                    "application/vnd.oci.artifact.manifest.v1+json"));

    /**
     * Requests a manifest, or only its headers.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests">end-3</a>
     */
    static Call call(String method, RemoteRepository repository, Reference reference) {
        return new Call(
                method, repository.api("manifests/" + reference), repository.access(Access.Right.READ), ACCEPTED, null);
    }

    static ManifestHead of(Response response) throws MalformedJson {
        MediaType mediaType = response.header("Content-Type")
                .map(text -> text.split(";", 2)[0].strip())
                .flatMap(MediaType::tryParse)
                .orElseThrow(() -> new MalformedJson("its Content-Type is missing or is not a media type"));
        OptionalLong size = response.length();
        return new ManifestHead(mediaType, digest(response).orElse(null), size.isPresent() ? size.getAsLong() : null);
    }

    /** The header that contains a digest, if there is one. */
    static Optional<Digest> digest(Response response) throws MalformedJson {
        Optional<String> text = response.header(DIGEST);
        Optional<Digest> digest = text.flatMap(Digest::tryParse);
        if (text.isPresent() && digest.isEmpty()) {
            throw new MalformedJson("its " + DIGEST + " is " + SafeText.quoted(text.get()) + ", which is not a digest");
        }
        return digest;
    }

    /** The descriptor from these headers, if they are complete. */
    Optional<Descriptor> descriptor(Reference reference) {
        Digest known = reference instanceof Digest asked ? asked : digest;
        return known != null && size != null ? Optional.of(Descriptor.of(mediaType, known, size)) : Optional.empty();
    }
}
