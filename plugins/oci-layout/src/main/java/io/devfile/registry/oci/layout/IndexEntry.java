package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One manifest in the index of a layout, with one tag or without a tag.
 *
 * @param descriptor without the annotation that holds the tag
 */
record IndexEntry(Descriptor descriptor, @Nullable Tag tag) {

    boolean isTagged(Tag wanted) {
        return wanted.equals(tag);
    }

    boolean isOf(Digest digest) {
        return descriptor.digest().equals(digest);
    }

    IndexEntry untagged() {
        return new IndexEntry(descriptor, null);
    }
}
