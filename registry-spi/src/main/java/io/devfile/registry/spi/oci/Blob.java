package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.InputStream;

/**
 * A blob that is in the backend. Holds nothing open; may be used by several threads.
 *
 * <p>A stream over the whole content verifies it: where the bytes do not have the digest, the stream ends with an
 * {@link java.io.IOException} instead of an end of file. A stream over a part cannot, and the backend verifies by other
 * means, such as a scrub.
 */
public interface Blob {

    /** What the content's digest is. */
    Digest digest();

    /** In bytes. */
    long size();

    /**
     * The whole content.
     *
     * @throws OciBackendException where it cannot be opened; a blob that is gone since is
     *     {@link MissingContentException}
     */
    InputStream open() throws OciBackendException;

    /**
     * Part of the content.
     *
     * @param offset of the first byte, from 0 to the size
     * @param length in bytes, zero or more; offset and length together at most the size
     * @throws IndexOutOfBoundsException where the part is not within the blob
     * @throws OciBackendException as {@link #open()}
     */
    InputStream open(long offset, long length) throws OciBackendException;
}
