package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.Optional;

/**
 * One manifest in the index of a layout, with one tag or without a tag.
 *
 * @param descriptor without the annotation that holds the tag
 */
record IndexEntry(Descriptor descriptor, Optional<Tag> tag) {

    boolean isTagged(Tag wanted) {
        return tag.isPresent() && tag.get().equals(wanted);
    }

    boolean isOf(Digest digest) {
        return descriptor.digest().equals(digest);
    }

    IndexEntry untagged() {
        return new IndexEntry(descriptor, Optional.empty());
    }
}
