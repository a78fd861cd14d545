package io.devfile.registry.icon;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.model.Digest;

/** An icon that this server has. */
public record IconFile(StoredFile file, ImageType type) {

    /** What it is served under, at {@code /icons/} and the digest's hexadecimal digits. */
    public Digest digest() {
        return file.digest();
    }

    /** As in a Content-Type header. */
    public String mediaType() {
        return type.mediaType();
    }
}
