package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.InputStream;

/**
 * A blob in the backend. It holds no open resources, and may be used by several threads.
 *
 * <p>A stream over the whole content verifies the content: if the bytes do not match the digest, the stream ends with
 * an {@link java.io.IOException} instead of an end of file. A stream over a part cannot verify the content; the backend
 * verifies it by other means, such as a scrub.
 */
public interface Blob {

    /** The digest of the content. */
    Digest digest();

    /** The size in bytes. */
    long size();

    /**
     * The whole content.
     *
     * @throws OciBackendException if the content cannot be opened; {@link MissingContentException} if the blob no
     *     longer exists
     */
    InputStream open() throws OciBackendException;

    /**
     * Part of the content.
     *
     * @param offset of the first byte, from 0 to the size
     * @param length in bytes, zero or more; the sum of offset and length is at most the size
     * @throws IndexOutOfBoundsException if the part is not within the blob
     * @throws OciBackendException as {@link #open()}
     */
    InputStream open(long offset, long length) throws OciBackendException;
}
