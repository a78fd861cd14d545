package io.devfile.registry.spi.oci.model;

/**
 * A manifest or image index as it is stored: its bytes, unchanged, because the digest is computed from them. At most 4
 * MiB.
 *
 * <p>Immutable: the bytes are copied in and out.
 */
public final class Manifest {

    /** The size, in bytes, of the largest manifest that every registry must accept. */
    public static final int MAX_SIZE = 4 * 1024 * 1024;

    private final MediaType mediaType;
    private final byte[] bytes;
    private final Digest digest;

    private Manifest(MediaType mediaType, byte[] bytes, DigestAlgorithm algorithm) {
        if (bytes.length > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "A manifest has at most " + MAX_SIZE + " bytes, this one has " + bytes.length);
        }
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
        this.digest = Digest.of(bytes, algorithm);
    }

    /**
     * A manifest that is identified by its SHA-256 digest.
     *
     * @throws IllegalArgumentException if it is too large
     */
    public static Manifest of(MediaType mediaType, byte[] bytes) {
        return new Manifest(mediaType, bytes, DigestAlgorithm.SHA256);
    }

    /** As {@link #of(MediaType, byte[])}, but identified by the digest of the given algorithm. */
    public static Manifest of(MediaType mediaType, byte[] bytes, DigestAlgorithm algorithm) {
        return new Manifest(mediaType, bytes, algorithm);
    }

    /** The media type of the manifest. */
    public MediaType mediaType() {
        return mediaType;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The digest of the bytes. */
    public Digest digest() {
        return digest;
    }

    /** The descriptor of this manifest. */
    public Descriptor descriptor() {
        return Descriptor.of(mediaType, digest, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest that && mediaType.equals(that.mediaType) && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return mediaType + " " + digest;
    }
}
