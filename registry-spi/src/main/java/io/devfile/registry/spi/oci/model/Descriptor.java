package io.devfile.registry.spi.oci.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes content: its type, digest and size.
 *
 * @param size in bytes, zero or more
 * @param annotations in key order; copied, unmodifiable
 * @param artifactType the type of the artifact; null if the described manifest does not state it
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md">OCI Image Specification 1.1,
 *     Content descriptors</a>
 */
public record Descriptor(
        MediaType mediaType,
        Digest digest,
        long size,
        SortedMap<String, String> annotations,
        @Nullable MediaType artifactType) {

    /** The annotation that holds the file name of a layer. */
    public static final String TITLE = "org.opencontainers.image.title";

    /** The annotation that holds the tag of a manifest in an image layout's index. */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    /** @throws IllegalArgumentException if the size is negative */
    public Descriptor {
        if (size < 0) {
            throw new IllegalArgumentException("A descriptor's size must be zero or more, not " + size);
        }
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /** A descriptor without annotations and artifact type. */
    public static Descriptor of(MediaType mediaType, Digest digest, long size) {
        return new Descriptor(mediaType, digest, size, new TreeMap<>(), null);
    }

    /** A copy of this descriptor with other annotations. */
    public Descriptor withAnnotations(Map<String, String> other) {
        return new Descriptor(mediaType, digest, size, new TreeMap<>(other), artifactType);
    }
}
