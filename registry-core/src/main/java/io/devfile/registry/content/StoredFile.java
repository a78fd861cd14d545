package io.devfile.registry.content;

import io.devfile.registry.spi.oci.model.Digest;

/**
 * A file whose bytes the {@link ContentStore} has.
 *
 * @param size in bytes
 */
public record StoredFile(Digest digest, long size) {}
