package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.ForeignText;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The information about a manifest in the headers of a response.
 *
 * @param digest which registries may omit
 */
record ManifestHead(MediaType mediaType, Optional<Digest> digest, OptionalLong size) {

    private static final String DIGEST = "Docker-Content-Digest";

    static ManifestHead of(Answer answer) throws MalformedJson {
        MediaType mediaType = answer.header("Content-Type")
                .map(text -> text.split(";", 2)[0].strip())
                .flatMap(MediaType::tryParse)
                .orElseThrow(() -> new MalformedJson("its Content-Type is missing or is not a media type"));
        return new ManifestHead(mediaType, digest(answer), answer.length());
    }

    /** The header that contains a digest, if there is one. */
    static Optional<Digest> digest(Answer answer) throws MalformedJson {
        Optional<String> text = answer.header(DIGEST);
        Optional<Digest> digest = text.flatMap(Digest::tryParse);
        if (text.isPresent() && digest.isEmpty()) {
            throw new MalformedJson(
                    "its " + DIGEST + " is " + ForeignText.quoted(text.get()) + ", which is not a digest");
        }
        return digest;
    }

    /** The descriptor from these headers, if they are complete. */
    Optional<Descriptor> descriptor(Reference reference) {
        Optional<Digest> known = reference instanceof Digest asked ? Optional.of(asked) : digest;
        return known.isPresent() && size.isPresent()
                ? Optional.of(Descriptor.of(mediaType, known.get(), size.getAsLong()))
                : Optional.empty();
    }
}
