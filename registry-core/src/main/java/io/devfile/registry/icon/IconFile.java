package io.devfile.registry.icon;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.model.Digest;

/** An icon that this server has stored. */
public record IconFile(StoredFile file, ImageType type) {

    /** The digest under which it is served, at {@code /icons/} and the digest's hexadecimal digits. */
    public Digest digest() {
        return file.digest();
    }

    /** The value for a Content-Type header. */
    public String mediaType() {
        return type.mediaType();
    }
}
