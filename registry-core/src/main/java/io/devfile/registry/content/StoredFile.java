package io.devfile.registry.content;

import io.devfile.registry.spi.oci.model.Digest;

/**
 * A file whose bytes are in the {@link ContentStore}.
 *
 * @param size in bytes
 */
public record StoredFile(Digest digest, long size) {}
