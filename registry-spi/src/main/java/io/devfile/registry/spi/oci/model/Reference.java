package io.devfile.registry.spi.oci.model;

import java.util.Optional;

/** Identifies a manifest within a repository: a {@link Tag} or a {@link Digest}. */
public sealed interface Reference permits Tag, Digest {

    /**
     * Parses a reference as it is written in an address.
     *
     * @throws IllegalArgumentException if it is neither a tag nor a digest
     */
    static Reference parse(String text) {
        return text.indexOf(':') >= 0 ? Digest.parse(text) : new Tag(text);
    }

    /** As {@link #parse}, but empty if it is neither. */
    static Optional<Reference> tryParse(String text) {
        return Digest.tryParse(text).<Reference>map(digest -> digest).or(() -> Tag.tryParse(text));
    }
}
