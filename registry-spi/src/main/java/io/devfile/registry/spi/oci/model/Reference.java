package io.devfile.registry.spi.oci.model;

import java.util.Optional;

/** What names a manifest within a repository: a {@link Tag} or a {@link Digest}. */
public sealed interface Reference permits Tag, Digest {

    /**
     * Reads a reference as it stands in an address.
     *
     * @throws IllegalArgumentException where it is neither a tag nor a digest
     */
    static Reference parse(String text) {
        return text.indexOf(':') >= 0 ? Digest.parse(text) : new Tag(text);
    }

    /** As {@link #parse}, empty where it is neither. */
    static Optional<Reference> tryParse(String text) {
        return Digest.tryParse(text).<Reference>map(digest -> digest).or(() -> Tag.tryParse(text));
    }
}
